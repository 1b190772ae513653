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
}
