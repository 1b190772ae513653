import { ExposureCount, gini } from './exposure.js';

it.each([
  ['all alike', [3, 3, 3, 3], 4, 0],
  ['all on one of four', [8], 4, 0.75],
  ['two of four alike', [2, 2], 4, 0.5],
  ['one, two, three', [3, 1, 2], 3, 2 / 9],
  ['nothing', [], 5, 0],
])('the Gini coefficient of %s', (_, counts, of, expected) => {
  expect(gini(counts, of)).toBeCloseTo(expected, 12);
});

it('counts lists, thin ones, and those who stand on any', () => {
  const count = new ExposureCount(2);
  count.add({ totals: Int32Array.of(7, 1), found: ['p1', 'p2', 'p1'] });
  count.add({ totals: Int32Array.of(0), found: [] });
  expect(count.figures(4)).toEqual({ lists: 3, thin: 2, listed: 2, of: 4, gini: expect.closeTo(gini([2, 1], 4)) });
});
