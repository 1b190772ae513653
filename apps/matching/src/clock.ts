import { Injectable } from '@nestjs/common';

// Made once: making one takes a millisecond.
const timeZone = 'Europe/Stockholm';
const day = new Intl.DateTimeFormat('sv-SE', { timeZone });
const hourOfDay = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', hourCycle: 'h23' });

/** Time, handed in so that tests can turn it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The calendar day in Sweden, `YYYY-MM-DD`. */
  today(): string {
    return day.format(this.now());
  }

  /** The hour in Sweden, 0 to 23. */
  hour(): number {
    return Number(hourOfDay.format(this.now()).slice(0, 2));
  }
}
