import { demand, fact, job, person, smallWorld } from '../test/small-world.js';
import { createEngine } from './index.js';

describe('one match worked out by hand', () => {
  const welder = person(
    [
      fact('occupation', 'welder', { years: 5 }),
      fact('skill', 'welding'),
      fact('skill', 'mig-welding', { origin: 'extracted' }),
      fact('driving-licence', 'CE'),
      fact('language', 'swedish', { level: 4 }),
    ],
    { occupations: ['welder', 'metal'], reachMinutes: 60, payFloor: 35_000 },
  );
  const vacancy = job({
    occupationId: 'fitter',
    municipalities: ['2582'],
    pay: { min: 30_000, max: 33_250 },
    demands: [
      demand('skill', 'welding', { id: 'a' }),
      demand('skill', 'mig-welding', { id: 'b', necessity: 'merit' }),
      demand('driving-licence', 'B', { id: 'c' }),
      demand('language', 'swedish', { id: 'd', necessity: 'merit', level: 5 }),
      demand('occupation', 'welder', { id: 'e', years: 10 }),
    ],
  });
  const { employerParts, seekerParts, ...figures } = createEngine(smallWorld).explain(welder, vacancy);
  const line = (parts: typeof employerParts) =>
    parts.map(({ part, demandId, points, of, relation, ground }) => [demandId ?? part, points, of, relation, ground]);

  // Shares of 10,000: demands 6000, occupation 2500, experience 1500.
  // Raw weights (necessity x weight x rarity): a, c, e 3 x 5 x 100 = 1500; b, d 1 x 5 x 100 = 500; together 5500.
  // 6000 x 1500 / 5500 = 1636.36, 6000 x 500 / 5500 = 545.45; floors sum to 5998, the two left go to b and d: 546 each.
  it('gives the employer 846,120 points', () => {
    expect(line(employerParts)).toEqual([
      // stated, level not said: 80 of the 80 that a demand without level needs: 1636 x 100
      ['a', 163_600, 163_600, 'same', null],
      // extracted: 100 x 80 x 90 / 10,000 = 72 of 80: 90 percent: 546 x 90
      ['b', 49_140, 54_600, 'same', null],
      // CE includes B: 1636 x 100
      ['c', 163_600, 163_600, 'narrower', null],
      // B2 for C1: 67 of 83: 80 percent: 546 x 80
      ['d', 43_680, 54_600, 'same', null],
      ['e', 163_600, 163_600, 'same', null],
      // a welder instead of a fitter: 2500 x 75
      ['occupation', 187_500, 250_000, 'substitute-75', null],
      // 5 years are 25 percent of the cap, 10 are 50: 1500 x 50
      ['e', 75_000, 150_000, 'same', null],
    ]);
    expect(figures.employerFit).toBe(846_120);
  });

  // Wishes there are: occupation 3000, place 2500, pay 1000, and skills 1000; of 10,000 that is 4000, 3334, 1333, 1333.
  it('gives the seeker 877,994 points', () => {
    expect(line(seekerParts)).toEqual([
      // a fitter is within "metal", the second wish: 98
      ['wanted-occupation', 392_000, 400_000, 'broader', 'partly'],
      // 35 of 60 minutes: 100 - floor(40 x 35 / 60) = 77
      ['place', 256_718, 333_400, 'none', 'within-reach'],
      // 5 percent short of the floor, where 20 would be all: 75
      ['pay', 99_975, 133_300, 'none', 'partly'],
      // of the skills asked (1636 and 546 shares) 212,740 of 218,200 points: 97
      ['use-of-skills', 129_301, 133_300, 'none', 'partly'],
    ]);
    expect(figures.seekerFit).toBe(877_994);
  });

  it('shows the root of their product, 86, and that nothing knocks out', () => {
    expect(figures).toEqual({
      profileId: 'person',
      vacancyId: 'job',
      employerFit: 846_120,
      seekerFit: 877_994,
      fit: 86,
      eligibility: 'met',
      checks: [
        { reason: 'driving-licence', state: 'met', conceptId: 'B', level: null, demandId: 'c' },
        { reason: 'reach', state: 'met', conceptId: null, level: null, demandId: null },
      ],
    });
  });
});
