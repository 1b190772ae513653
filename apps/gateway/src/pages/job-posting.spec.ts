import { endOfSwedishDay } from './job-posting.js';

describe('the end of a day in Sweden', () => {
  it.each([
    ['2026-01-15', '2026-01-15T23:59:59+01:00'],
    ['2026-07-15', '2026-07-15T23:59:59+02:00'],
    ['2026-03-28', '2026-03-28T23:59:59+01:00'],
    ['2026-03-29', '2026-03-29T23:59:59+02:00'],
    ['2026-10-25', '2026-10-25T23:59:59+01:00'],
  ])('%s is %s', (day, end) => {
    expect(endOfSwedishDay(day)).toBe(end);
  });
});
