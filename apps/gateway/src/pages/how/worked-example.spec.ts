import { loadTaxonomy } from '#taxonomy';
import { exampleChoiceOf } from './example-choice.js';
import { workedExample, type ExampleChoice } from './worked-example.js';

const taxonomy = loadTaxonomy();
const compute = (over: Partial<ExampleChoice> = {}) => {
  const example = workedExample(taxonomy, { years: 4, licence: 'yes', home: '2580', ...over });
  if (!example) throw new Error('the starter lacks a concept of the example');
  return example;
};
const sum = (parts: readonly { points: number }[]) => parts.reduce((total, { points }) => total + points, 0);

describe('the example that computes', () => {
  it('has parts that sum to each side, and a fit that is the root of the two', () => {
    for (const choice of [{}, { years: 0 }, { licence: 'no' }, { home: '2584' }] as const) {
      const { employerParts, seekerParts, employerFit, seekerFit, fit } = compute(choice);
      expect([sum(employerParts), sum(seekerParts)]).toEqual([employerFit, seekerFit]);
      expect(fit).toBe(Math.floor(Math.sqrt(employerFit * seekerFit) / 10_000));
    }
  });

  it('answers what is chosen', () => {
    expect(compute().employerFit).toBeGreaterThan(compute({ years: 1 }).employerFit);
    expect(compute().seekerFit).toBeGreaterThan(compute({ home: '2582' }).seekerFit);
    expect(compute().eligibility).toBe('met');
    expect(compute({ licence: 'unsaid' }).eligibility).toBe('unknown');
    expect(compute({ licence: 'no' }).eligibility).toBe('not-met');
    expect(compute({ home: '2584' }).eligibility).toBe('not-met');
  });

  it('gives advice that comes true', () => {
    expect(compute({ years: 1 }).change).toMatchObject({ change: { years: 4 }, fit: compute().fit });
  });

  it('takes what an address may say, and else what is usual', () => {
    expect(exampleChoiceOf({ years: '4', licence: 'no', home: '2584' })).toEqual({
      years: 4,
      licence: 'no',
      home: '2584',
    });
    const usual = exampleChoiceOf({});
    expect(exampleChoiceOf({ years: '40', licence: ['yes'], home: '../' })).toEqual(usual);
  });
});
