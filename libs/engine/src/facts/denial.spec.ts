import { demand, fact, job, person, smallWorld } from '../../test/small-world.js';
import { createEngine, type EngineFact } from '../index.js';

const engine = createEngine(smallWorld);
const skillPart = (facts: EngineFact[], skill = 'welding') =>
  engine.explain(person(facts), job({ demands: [demand('skill', skill)] })).employerParts[0]!;

describe('where a fact comes from', () => {
  const welder = fact('occupation', 'welder');

  it.each([
    ['stated', 1_000_000],
    ['confirmed', 1_000_000],
    ['extracted', 900_000],
    ['inferred', 500_000],
    ['denied', 0],
  ] as const)('%s earns %i of a million', (origin, points) => {
    expect(skillPart([fact('skill', 'welding', { origin })]).points).toBe(points);
  });

  it('infers the usual skills of an occupation held, and names it', () => {
    expect(skillPart([welder])).toMatchObject({
      points: 500_000,
      factId: 'fact:welder',
      factConceptId: 'welding',
      factOrigin: 'inferred',
    });
  });

  it('does not infer what is there already, however low', () => {
    expect(skillPart([welder, fact('skill', 'welding', { origin: 'inferred', level: 1 })]).points).toBe(310_000);
  });

  it('never infers, nor believes of a text, what is denied', () => {
    const denied = fact('skill', 'welding', { id: 'no', origin: 'denied' });
    expect(skillPart([welder, denied]).points).toBe(0);
    expect(skillPart([fact('skill', 'welding', { origin: 'extracted' }), denied]).points).toBe(0);
    expect(skillPart([fact('skill', 'welding', { id: 'yes' }), denied]).points).toBe(1_000_000);
    expect(skillPart([fact('occupation', 'welder', { origin: 'denied' })]).points).toBe(0);
  });

  it('does not stretch an inference over relations, as it does a statement', () => {
    expect(skillPart([fact('skill', 'tig-welding')]).points).toBe(900_000);
    expect(skillPart([fact('skill', 'tig-welding', { origin: 'inferred' })]).points).toBe(0);
  });

  it('does not infer what is denied by another name either', () => {
    const denied = fact('skill', 'drawings', { origin: 'denied' });
    expect(skillPart([welder], 'drawings').points).toBe(500_000);
    expect(skillPart([welder, denied], 'drawings').points).toBe(0);
  });

  it('counts nothing for words without a concept, on either side', () => {
    expect(skillPart([{ ...fact('skill', 'x'), conceptId: null }]).points).toBe(0);
    const wordsOnly = { ...demand('skill', 'x'), conceptId: null };
    const { employerParts } = engine.explain(person([welder]), job({ occupationId: 'welder', demands: [wordsOnly] }));
    expect(employerParts.map(({ of, ground }) => [of, ground])).toEqual([
      [0, 'no-concept'],
      [1_000_000, null],
    ]);
  });
});

describe('a side that says nothing', () => {
  it('is neutral, and says so', () => {
    const { employerParts, seekerParts, fit } = engine.explain(person([], {}, null), job());
    expect(employerParts.map(({ points, ground }) => [points, ground])).toEqual([[500_000, 'nothing-asked']]);
    expect(seekerParts.map(({ points, ground }) => [points, ground])).toEqual([[500_000, 'no-wishes']]);
    expect(fit).toBe(50);
  });
});
