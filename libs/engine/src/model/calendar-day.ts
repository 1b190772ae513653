/** Days since 1970-01-01 of a `YYYY-MM-DD`, by the calendar alone. Throws `RangeError` on anything that is no day. */
export function dayNumber(day: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const at = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw new RangeError(`${day} is not a day`);
  return at / 86_400_000;
}
