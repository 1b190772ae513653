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

  it('earns 90 percent of what the same wishes would if stated, longest first, but for rounding', () => {
    let seen = 0;
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, generated, vacancy) => {
        const facts = generated.facts
          .filter(({ origin }) => origin === 'stated' || origin === 'confirmed' || origin === 'extracted')
          .map((one, at) => ({ ...one, years: at }));
        const held = facts.filter(({ kind, conceptId }) => kind === 'occupation' && conceptId !== null).toReversed();
        const own = createEngine(parts);
        const credit = (occupations: string[]) => {
          const profile = { ...generated, facts, wishes: { ...generated.wishes, occupations } };
          const { seekerParts } = own.explain(profile, vacancy);
          const part = seekerParts.find((one) => one.part === 'wanted-occupation');
          return part?.ground === 'no-wishes' || !part ? undefined : (100 * part.points) / part.of;
        };
        if (vacancy.occupationId === null) return;
        const [implied, stated] = [credit([]), credit([...new Set(held.map(({ conceptId }) => conceptId!))])];
        expect(implied === undefined).toBe(held.length === 0);
        if (implied === undefined || stated === undefined) return;
        if (implied > 0) seen++;
        expect(implied).toBeLessThanOrEqual(90);
        expect(Math.abs(implied - 0.9 * stated)).toBeLessThan(2);
      }),
      { numRuns: 500, seed: 20261004 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
