/**
 * The records of a file of ads: an array, an answer of JobSearch (`hits`), one ad, or one a line. A line that is no JSON is kept as its text, so that it is rejected
 * where it stands.
 * @returns null where it is none of these
 */
export function adsIn(text: string): unknown[] | null {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole as unknown[];
  if (typeof whole === 'object' && whole !== null) {
    const { hits } = whole as { hits?: unknown };
    return Array.isArray(hits) ? (hits as unknown[]) : [whole];
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const records = lines.map((line) => parsed(line) ?? line);
  return records.some((record) => typeof record === 'object') ? records : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
