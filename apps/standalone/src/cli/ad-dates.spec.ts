import fc from 'fast-check';
import { daysUntil, isPast, moveDates, publicationDay, swedishDay } from './ad-dates.js';

describe('dates of ads', () => {
  it('move by the same whole days, over months and leap days, with their times of day', () => {
    const ad = {
      id: '1',
      headline: 'Svetsare',
      publication_date: '2020-02-28T13:14:45',
      last_publication_date: '2020-03-28T23:59:59',
      application_deadline: '2020-03-28',
      employer: { name: 'Påhittade Verkstaden' },
    };
    expect(moveDates(ad, 2)).toEqual({
      ...ad,
      publication_date: '2020-03-01T13:14:45',
      last_publication_date: '2020-03-30T23:59:59',
      application_deadline: '2020-03-30',
    });
    expect(moveDates({ id: '1', removed: true, removed_date: '2020-12-31T03:11:33Z' }, 1)).toEqual({
      id: '1',
      removed: true,
      removed_date: '2021-01-01T03:11:33Z',
    });
  });

  it('leave alone what is no date, so that the import can say so', () => {
    for (const record of [
      null,
      'text',
      [1],
      { id: 1 },
      { publication_date: null, application_deadline: 5, removed_date: '2020-13-01', last_publication_date: 'soon' },
    ])
      expect(moveDates(record, 10)).toEqual(record);
  });

  it('keep their distances, and every other field, whatever the days', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, fc.integer({ min: -20_000, max: 20_000 }), (first, second, days) => {
        const ad = { publication_date: first.toISOString(), application_deadline: second.toISOString(), other: 1 };
        const moved = moveDates(ad, days) as typeof ad;
        const distance = (one: typeof ad): number =>
          Date.parse(one.application_deadline) - Date.parse(one.publication_date);
        expect(distance(moved)).toBe(distance(ad));
        expect(moveDates(moved, -days)).toEqual(ad);
      }),
    );
  });

  it('are counted to today, never backwards', () => {
    expect(daysUntil('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysUntil('2031-01-01', '2026-01-01')).toBe(0);
    expect(publicationDay({ publication_date: '2020-02-28T00:00:00' })).toBe('2020-02-28');
    expect(publicationDay({ removed: true, removed_date: '2020-02-28T00:00:00' })).toBeNull();
  });

  it('tell what is past: the last day to apply, else the last day to be shown; that day itself is not', () => {
    const today = '2026-05-05';
    expect(isPast({ application_deadline: '2026-05-04T23:59:59' }, today)).toBe(true);
    expect(isPast({ application_deadline: '2026-05-05T00:00:00' }, today)).toBe(false);
    expect(isPast({ application_deadline: null, last_publication_date: '2026-05-04' }, today)).toBe(true);
    expect(isPast({ application_deadline: '2026-06-01', last_publication_date: '2026-05-04' }, today)).toBe(false);
    expect(isPast({ id: '1', removed: true, removed_date: '2020-01-01' }, today)).toBe(false);
  });

  it('are of the day in Sweden', () => {
    expect(swedishDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });
});
