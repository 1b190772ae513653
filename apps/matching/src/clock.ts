import { Injectable } from '@nestjs/common';

/** Time, handed in so that tests can turn it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The calendar day in Sweden, `YYYY-MM-DD`. */
  today(): string {
    return this.now().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  }

  /** The hour in Sweden, 0 to 23. */
  hour(): number {
    const text = this.now().toLocaleTimeString('sv-SE', {
      timeZone: 'Europe/Stockholm',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    return Number(text.slice(0, 2));
  }
}
