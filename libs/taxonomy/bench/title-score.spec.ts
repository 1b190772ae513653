import { averagePrecision, figuresOf, halfOf } from './title-score.js';

it.each([
  [['a', 'b', 'c'], ['a'], 1],
  [['a', 'b', 'c'], ['b'], 1 / 2],
  [['a', 'b', 'c', 'd'], ['a', 'c'], (1 + 2 / 3) / 2],
  [['a', 'b'], ['b', 'z'], 1 / 4],
  [['a'], [], 0],
])('the average precision of %j where %j are right', (ranking, right, expected) =>
  expect(averagePrecision(ranking, new Set(right))).toBeCloseTo(expected, 10),
);

it('halves by id, evenly and always alike', () => {
  const ids = Array.from({ length: 2000 }, (_, at) => `Q${String(at).padStart(6, '0')}`);
  const inA = ids.filter((id) => halfOf(id) === 'a').length;
  expect(inA).toBeGreaterThan(900);
  expect(inA).toBeLessThan(1100);
});

it('counts hits apart where an occupation is right', () => {
  const outcome = (before: number, isOccupation: boolean) => ({
    half: 'a' as const,
    averagePrecision: 0.5,
    before,
    isOccupation,
  });
  expect(figuresOf([outcome(0, true), outcome(4, true), outcome(5, true), outcome(0, false)])).toMatchObject({
    queries: 4,
    map: 0.5,
    mapB: 0,
    hit1: 1 / 2,
    hit5: 3 / 4,
    occupations: 3,
    occupationHit1: 1 / 3,
    occupationHit5: 2 / 3,
  });
});
