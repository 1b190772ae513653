const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });
const wallFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A point in time as a source wrote it, and the day that it falls on in Sweden. */
export interface Moment {
  readonly day: string;
  instant(): Date;
}

/** The calendar day in Sweden. */
export const swedishDay = (instant: Date): string => dayFormat.format(instant);

/** Swedish wall clock to the second, without a zone: `2026-11-24T13:05:09`. */
export const swedishWallClock = (instant: Date): string => wallFormat.format(instant).replace(' ', 'T');

function offsetAt(instant: number): number {
  const wall = Date.parse(`${wallFormat.format(instant).replace(' ', 'T')}Z`);
  return wall - Math.floor(instant / 1000) * 1000;
}

const halfDay = 12 * 3_600_000;

/** Milliseconds of a Swedish wall clock; an hour that spring skips counts as the one after, an hour that autumn doubles as the first. */
function fromWallClock(asIfUtc: number): number {
  const before = offsetAt(asIfUtc - halfDay);
  const after = offsetAt(asIfUtc + halfDay);
  const offset = [before, after].find((one) => offsetAt(asIfUtc - one) === one) ?? before;
  return asIfUtc - offset;
}

/**
 * Reads `YYYY-MM-DD`, with or without a time, with or without an offset; without one it is Swedish wall clock.
 * Null for what is no such date, or one that the calendar does not have.
 */
export function readMoment(value: string): Moment | null {
  const match = shape.exec(value.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < 1900 || hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  const zone = match[8];
  if (zone === undefined) return { day: value.trim().slice(0, 10), instant: () => new Date(fromWallClock(asIfUtc)) };
  const instant = new Date(asIfUtc - zoneMinutes(zone) * 60_000);
  return { day: swedishDay(instant), instant: () => instant };
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}
