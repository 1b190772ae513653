import fc from 'fast-check';
import { readMoment, swedishDay } from './swedish-time.js';

const instantOf = (value: string): string | undefined => readMoment(value)?.instant().toISOString();

describe('a moment as a source wrote it', () => {
  it.each([
    ['2020-03-28T23:59:59', '2020-03-28T22:59:59.000Z'],
    ['2020-07-01T12:00:00', '2020-07-01T10:00:00.000Z'],
    ['2020-03-29T03:00:00', '2020-03-29T01:00:00.000Z'],
    ['2020-10-25T02:30:00', '2020-10-25T00:30:00.000Z'],
    ['2020-10-25T03:30:00', '2020-10-25T02:30:00.000Z'],
    ['2025-04-22', '2025-04-21T22:00:00.000Z'],
    ['2016-12-26T23:59:59+01:00', '2016-12-26T22:59:59.000Z'],
    ['2025-04-22T10:00Z', '2025-04-22T10:00:00.000Z'],
    ['2025-04-22T10:00:00.123456', '2025-04-22T08:00:00.123Z'],
  ])('reads %s, Swedish time where nothing else is said', (written, expected) => {
    expect(instantOf(written)).toBe(expected);
  });

  it.each([
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-04-22T24:00:00',
    '2025-04-22T10:61',
    'soon',
    '',
    '20250422',
    '1066-10-14',
  ])('refuses %p', (written) => {
    expect(readMoment(written)).toBeNull();
  });

  it('names the day that it is in Sweden', () => {
    expect(readMoment('2025-06-30T22:30:00Z')?.day).toBe('2025-07-01');
    expect(readMoment('2025-06-30T23:59:59')?.day).toBe('2025-06-30');
    expect(swedishDay(new Date('2025-12-31T23:30:00Z'))).toBe('2026-01-01');
  });

  it('falls on the day that was written, for every wall clock that Sweden has', () => {
    const wallClock = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(wallClock, (date) => {
        const written = date.toISOString().slice(0, 19);
        const moment = readMoment(written)!;
        expect(moment.day).toBe(written.slice(0, 10));
        expect(Math.abs(moment.instant().getTime() - Date.parse(`${written}Z`))).toBeLessThanOrEqual(2 * 3_600_000);
      }),
    );
  });
});
