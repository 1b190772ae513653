import fc from 'fast-check';
import { withDates } from './with-dates.js';

describe('dates of the demo region', () => {
  it('are counted from today, over the end of a year', () => {
    const today = new Date('2026-12-20T10:00:00Z');
    expect(withDates('"{{+45d}}T23:59:59" och "{{-3d}}"', today)).toBe('"2027-02-03T23:59:59" och "2026-12-17"');
  });

  it('leave other braces alone', () => {
    const text = '{{name}} {"a": {"b": {}}} {{45d}} {{+d}} {{+12345d}} {{+1w}}';
    expect(withDates(text, new Date())).toBe(text);
  });

  it('are whole days from today, whatever the hour and the season', () => {
    const now = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(now, fc.integer({ min: -9999, max: 9999 }), (today, days) => {
        const day = withDates(`{{${days < 0 ? '' : '+'}${days}d}}`, today);
        const distance = Date.parse(day) - Date.parse(today.toISOString().slice(0, 10));
        expect(distance).toBe(days * 24 * 60 * 60 * 1000);
      }),
    );
  });
});
