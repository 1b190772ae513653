import fc from 'fast-check';
import type { profileMatchView, vacancyMatchView } from '#contracts';
import * as world from '../test/world.arbitrary.js';
import { createEngine, type EngineProfile, type EngineVacancy } from './index.js';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type View<T extends { _output: unknown }> = T['_output'];

/** These lines do not compile when a field is added: whoever adds one meets this test. */
const profileFields: Same<keyof EngineProfile, 'profileId' | 'rankable' | 'homeMunicipality' | 'facts' | 'wishes'> =
  true;
const factFields: Same<
  keyof EngineProfile['facts'][number],
  'id' | 'kind' | 'conceptId' | 'level' | 'years' | 'origin' | 'span'
> = true;
const viewsFit: [View<typeof profileMatchView>, View<typeof vacancyMatchView>] extends [EngineProfile, EngineVacancy]
  ? true
  : false = true;

describe('protected attributes', () => {
  it('have no field, while the contracts’ views fit as they are', () => {
    expect([profileFields, factFields, viewsFit]).toEqual([true, true, true]);
  });

  it('change nothing when an object carries them all the same', () => {
    const smuggled = fc.record({
      name: fc.string(),
      sex: fc.constantFrom('female', 'male'),
      birthDate: fc.constantFrom('1961-02-03', '2004-05-06'),
      homeCountry: fc.constantFrom('SE', 'FI', 'SY'),
      religion: fc.string(),
      disability: fc.boolean(),
      family: fc.record({ children: fc.nat(5) }),
      photo: fc.string(),
      householdId: fc.string(),
      summary: fc.lorem(),
    });
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, smuggled, (parts, profile, vacancy, extra) => {
        const [plain, loaded] = [createEngine(parts), createEngine(parts)];
        plain.upsertProfile(profile);
        loaded.upsertProfile({
          ...profile,
          ...extra,
          facts: profile.facts.map((fact) => ({ ...fact, words: extra.name })),
        });
        expect(loaded.explain(profile.profileId, vacancy)).toEqual(plain.explain(profile.profileId, vacancy));
        const query = { rankBy: 'both', limit: 5, today: '2026-01-01' } as const;
        expect(loaded.rankProfiles(vacancy, query)).toEqual(plain.rankProfiles(vacancy, query));
      }),
      { numRuns: 50, seed: 20260928 },
    );
  });

  it('leave the same facts equal in rank, whoever has them', () => {
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, profile, vacancy) => {
        const engine = createEngine(parts);
        const { profileId: _, ...one } = engine.match(profile, vacancy);
        const { profileId: __, ...other } = engine.match({ ...profile, profileId: 'somebody-else' }, vacancy);
        expect(other).toEqual(one);
      }),
      { numRuns: 50, seed: 20260929 },
    );
  });
});
