import fc from 'fast-check';
import type { Period } from './cv.js';
import { monthIndex, readMonth, wholeYears } from './periods.js';

const today = '2025-06-15';
const month = (text: string): number => readMonth(text)!;
const period = (from: string | null, to: string | null): Period => ({
  from: from === null ? null : month(from),
  to: to === null ? null : month(to),
  ongoing: to === null,
  words: null,
});

describe('months', () => {
  it.each(['2015-13', '2015-00', '2015-01-32', '1066', 'spring 2015', ''])('refuses %s', (text) => {
    expect(readMonth(text)).toBeNull();
  });

  it('counts a year alone from its middle', () => {
    expect(readMonth('2015')).toBe(month('2015-07'));
    expect(monthIndex(2015, null)).toBe(month('2015-07'));
  });
});

describe('whole years', () => {
  it.each([
    ['one period', [period('2015-01', '2018-01')], 3],
    ['a month short of three', [period('2015-01', '2017-12')], 2],
    ['an overlap, once', [period('2015-01', '2018-01'), period('2017-01', '2019-01')], 4],
    ['one inside another', [period('2010-01', '2020-01'), period('2012-01', '2013-01')], 10],
    ['a gap, left out', [period('2010-01', '2011-01'), period('2015-01', '2016-01')], 2],
    ['halves that make a whole', [period('2010-01', '2010-07'), period('2012-01', '2012-07')], 1],
    ['what goes on, until today', [period('2020-06', null)], 5],
    ['an end in the future, until today', [period('2023-06', '2030-01')], 2],
    ['a start in the future, not at all', [period('2030-01', null)], null],
    ['an end before the start, not at all', [period('2020-01', '2019-01')], null],
    ['no start', [period(null, '2019-01')], null],
    ['nothing', [], null],
    ['a life, at most 70', [period('1901-01', '2000-01')], 70],
  ])('counts %s', (_, periods, years) => {
    expect(wholeYears(periods, today)).toBe(years);
  });

  it('equals counting months one by one, in any order', () => {
    const start = month('1980-01');
    const periods = fc.array(
      fc.tuple(fc.nat(500), fc.nat(60)).map(([from, length]): Period => ({
        from: start + from,
        to: start + from + length,
        ongoing: false,
        words: null,
      })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(periods, (some) => {
        const months = new Set<number>();
        for (const { from, to } of some) for (let at = from!; at < to! && at < month(today); at += 1) months.add(at);
        expect(wholeYears(some, today)).toBe(Math.floor(months.size / 12));
      }),
    );
  });
});
