/** The process's clock, so that tests can set it. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The calendar day in Sweden, `YYYY-MM-DD`. */
export const swedishDay = (instant: Date): string => dayFormat.format(instant);
