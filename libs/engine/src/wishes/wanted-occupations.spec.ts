import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import { fact, job, person, smallWorld } from '../../test/small-world.js';
import { createEngine, type EngineFact, type EngineProfile } from '../index.js';

const engine = createEngine(smallWorld);
const wantedPart = (profile: EngineProfile, occupationId: string | null) =>
  engine.explain(profile, job({ occupationId })).seekerParts.find(({ part }) => part === 'wanted-occupation');
const creditOf = (profile: EngineProfile, occupationId: string) => {
  const part = wantedPart(profile, occupationId)!;
  return (100 * part.points) / part.of;
};

describe('a wish that was not stated', () => {
  const welder = fact('occupation', 'welder', { years: 5 });

  it('is for what was held, worth 90 percent of a stated one', () => {
    expect(creditOf(person([welder]), 'welder')).toBe(90);
    // as for a stated wish, a fitter's job is worth 75 percent of it: 67.5, rounded down
    expect(creditOf(person([welder]), 'fitter')).toBe(67);
    expect(wantedPart(person([welder]), 'fitter')).toMatchObject({
      conceptId: 'welder',
      relation: 'substitute-75',
      ground: 'held-occupation',
    });
  });

  it('earns nothing for quite another occupation', () => {
    expect(wantedPart(person([welder]), 'physician')).toMatchObject({
      conceptId: 'physician',
      points: 0,
      ground: 'held-occupation',
    });
    expect(wantedPart(person([welder]), null)).toMatchObject({ ground: 'not-said' });
    const { seekerFit } = engine.match(person([welder]), job({ occupationId: 'physician' }));
    expect(seekerFit).toBeLessThan(engine.match(person([]), job({ occupationId: 'physician' })).seekerFit);
  });

  it('costs a step for each occupation held longer, and none among equals', () => {
    const facts = (years: (number | null)[]) =>
      ['cook', 'baker', 'waiter'].map((id, at) => fact('occupation', id, { years: years[at]! }));
    const credits = (years: (number | null)[]) =>
      ['cook', 'baker', 'waiter'].map((id) => creditOf(person(facts(years)), id));
    expect(credits([2, 9, 4])).toEqual([86, 90, 88]);
    expect(credits([null, 0, null])).toEqual([90, 90, 90]);
    expect(credits([null, 3, 3])).toEqual([86, 90, 90]);
  });

  it.each<[EngineFact['origin'], boolean]>([
    ['stated', true],
    ['confirmed', true],
    ['extracted', true],
    ['inferred', false],
    ['denied', false],
  ])('follows from what is %s: %s', (origin, follows) => {
    const part = wantedPart(person([fact('occupation', 'welder', { origin })]), 'welder');
    expect(part !== undefined).toBe(follows);
  });

  it('gives way to a stated one, and is not there without occupations', () => {
    expect(creditOf(person([welder], { occupations: ['cook'] }), 'welder')).toBe(0);
    expect(wantedPart(person([fact('skill', 'welding')]), 'welder')).toBeUndefined();
  });

  it('never earns more than the same wishes stated, in the same order', () => {
    let seen = 0;
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, generated, vacancy) => {
        const silent = { ...generated, wishes: { ...generated.wishes, occupations: [] } };
        const held = silent.facts.filter(({ kind, origin }) => kind === 'occupation' && /ed$/.test(origin));
        const longest = held.toSorted((a, b) => (b.years ?? 0) - (a.years ?? 0)).map(({ conceptId }) => conceptId);
        const occupations = [...new Set(longest.filter((id) => id !== null))];
        const own = createEngine(parts);
        const part = (profile: EngineProfile) =>
          own.explain(profile, vacancy).seekerParts.find((one) => one.part === 'wanted-occupation');
        const implied = part(silent);
        if (!implied || vacancy.occupationId === null) return;
        const stated = part({ ...silent, wishes: { ...silent.wishes, occupations } })!;
        seen++;
        expect(implied.of).toBe(stated.of);
        expect(implied.points).toBeLessThanOrEqual(0.9 * implied.of);
        // no occupation of at most 12 is further down the list than 22 percent
        expect(implied.points).toBeGreaterThanOrEqual(Math.floor(stated.points * 0.9) - implied.of / 50);
      }),
      { numRuns: 200, seed: 20261004 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
