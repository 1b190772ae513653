import fc from 'fast-check';
import { propertyRuns } from '../test/config.js';
import { Seeded } from '../test/seeded.js';
import * as world from '../test/world.arbitrary.js';
import {
  createEngine,
  oracle,
  type EngineProfile,
  type EngineVacancy,
  type MatchingEngine,
  type RankQuery,
} from './index.js';

const seed = 20_261_124;
const steps = 1_000 * propertyRuns;
const people = 70;
const jobs = 40;

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, at: number) =>
  fc.sample(arbitrary, { numRuns, seed: seed + at });
const [parts] = sample(world.parts, 1, 0);

/** The plain engine, and the kernel over segments so small that they fill up and are packed all the time. */
const engines = (): [string, MatchingEngine][] => [
  ['plain', createEngine(parts!, { kernel: 'plain' })],
  ...[16, 48, 32_768].map((segmentSlots): [string, MatchingEngine] => [
    `kernel, ${segmentSlots} slots`,
    createEngine(parts!, { kernel: 'wasm-simd', segmentSlots }),
  ]),
];

describe(`a random sequence of ${steps} changes and questions, seed ${seed}`, () => {
  const all = engines();
  const twin = new oracle.Oracle(parts!);
  const random = new Seeded(seed);
  const profiles = sample(world.profile, 400, 1);
  const vacancies = sample(world.vacancy, 400, 2);
  const queries = sample(world.query, 400, 3);

  const change = () => {
    const id = random.below(people);
    if (random.chance(0.25)) {
      twin.profiles.delete(`p${id}`);
      for (const [, engine] of all) engine.removeProfile(`p${id}`);
    } else if (random.chance(0.6)) {
      const profile: EngineProfile = { ...random.pick(profiles), profileId: `p${id}` };
      twin.profiles.set(profile.profileId, profile);
      for (const [, engine] of all) engine.upsertProfile(profile);
    } else if (random.chance(0.2)) {
      twin.vacancies.delete(`v${id % jobs}`);
      for (const [, engine] of all) engine.removeVacancy(`v${id % jobs}`);
    } else {
      const vacancy: EngineVacancy = { ...random.pick(vacancies), vacancyId: `v${id % jobs}` };
      twin.vacancies.set(vacancy.vacancyId, vacancy);
      for (const [, engine] of all) engine.upsertVacancy(vacancy);
    }
  };

  const question = (vacancy?: EngineVacancy): RankQuery => ({
    ...random.pick(queries),
    limit: random.pick([1, 7, 50, 500]),
    ...(vacancy && random.chance(0.5)
      ? { weights: Object.fromEntries(vacancy.demands.map(({ id }) => [id, random.below(11)])) }
      : {}),
  });

  it('gives what the oracle gives, by every engine', () => {
    for (let step = 0; step < steps; step++) {
      change();
      if (step % 5 !== 4) continue;
      const vacancy = random.chance(0.5) ? random.pick(vacancies) : ([...twin.vacancies.values()][0] ?? vacancies[0]!);
      const profile = random.chance(0.5) ? random.pick(profiles) : ([...twin.profiles.values()][0] ?? profiles[0]!);
      const ofProfiles = question(vacancy);
      const ofVacancies = question();
      const expected = [twin.rankProfiles(vacancy, ofProfiles), twin.rankVacancies(profile, ofVacancies)] as const;
      for (const [name, engine] of all) {
        const where = `${name}, step ${step}`;
        expect([where, engine.rankProfiles(vacancy, ofProfiles)]).toEqual([where, expected[0]]);
        expect([where, engine.rankVacancies(profile, ofVacancies)]).toEqual([where, expected[1]]);
      }
    }
  }, 600_000);

  it('pages meet without gaps or repeats, and removed and total add up', () => {
    const [vacancy] = vacancies;
    for (const rankBy of ['both', 'employer', 'seeker'] as const) {
      const whole = twin.rankProfiles(vacancy!, { rankBy, limit: 1000, today: '2026-03-03' });
      for (const [name, engine] of all) {
        const ids: string[] = [];
        for (let after: string | undefined, left = true; left;) {
          const page = engine.rankProfiles(vacancy!, { rankBy, limit: 7, today: '2026-03-03', after });
          ids.push(...page.items.map(({ profileId }) => profileId));
          expect([name, page.total, page.removed]).toEqual([name, whole.total, whole.removed]);
          left = page.next !== null;
          after = page.next ?? undefined;
        }
        expect([name, ids]).toEqual([name, whole.items.map(({ profileId }) => profileId)]);
      }
    }
  });
});

describe('edges of windows and ties', () => {
  const distinct = sample(world.profile, 12, 5).map((profile) => ({ ...profile, rankable: true }));
  const [vacancy] = sample(world.vacancy, 1, 6);
  const query = (rankBy: RankQuery['rankBy'], limit: number): RankQuery => ({ rankBy, limit, today: '2026-03-03' });

  it.each([1, 15, 16, 17, 63, 64, 65, 127, 128, 129])(
    'hold at %i people, in segments of 64 and in one',
    (count) => {
      const all = engines();
      all.push(['kernel, 64 slots', createEngine(parts!, { kernel: 'wasm-simd', segmentSlots: 64 })]);
      const twin = new oracle.Oracle(parts!);
      for (let at = 0; at < count; at++) {
        const profile = { ...distinct[at % distinct.length]!, profileId: `${(at * 37) % 101}-å-${at}` };
        twin.profiles.set(profile.profileId, profile);
        for (const [, engine] of all) engine.upsertProfile(profile);
      }
      for (const rankBy of ['both', 'employer', 'seeker'] as const)
        for (const limit of [1, 7, 50, 500]) {
          const expected = twin.rankProfiles(vacancy!, query(rankBy, limit));
          for (const [name, engine] of all)
            expect([name, engine.rankProfiles(vacancy!, query(rankBy, limit))]).toEqual([name, expected]);
        }
    },
    60_000,
  );

  it('hold at 2^15 people and one more or less', () => {
    const [plain, kernel] = engines().flatMap(([name, engine]) =>
      name === 'plain' || name.includes('32768') ? [engine] : [],
    );
    const few = distinct.slice(0, 4).map((profile) => ({ ...profile, facts: profile.facts.slice(0, 3) }));
    for (let at = 0; at < 2 ** 15 + 2; at++) {
      const profile = { ...few[at % few.length]!, profileId: `${(at * 7919) % 65_521}` };
      plain!.upsertProfile(profile);
      kernel!.upsertProfile(profile);
      if (at < 2 ** 15 - 2) continue;
      expect(kernel!.profileCount).toBe(at + 1);
      for (const rankBy of ['both', 'employer', 'seeker'] as const)
        expect(kernel!.rankProfiles(vacancy!, query(rankBy, 50))).toEqual(
          plain!.rankProfiles(vacancy!, query(rankBy, 50)),
        );
    }
  }, 60_000);
});
