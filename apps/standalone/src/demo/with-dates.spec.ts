import { withDates } from './with-dates.js';

describe('dates of the demo region', () => {
  it('are counted from today, over the end of a year', () => {
    const today = new Date('2026-12-20T10:00:00Z');
    expect(withDates('"{{+45d}}T23:59:59" och "{{-3d}}"', today)).toBe('"2027-02-03T23:59:59" och "2026-12-17"');
  });

  it('leave other braces alone', () => {
    expect(withDates('{{name}} {"a": {"b": {}}}', new Date())).toBe('{{name}} {"a": {"b": {}}}');
  });
});
