import { readFileSync } from 'node:fs';

/** What a gold fact may be about. Skill, experience and certificate are scored as one: the wording decides between them. */
export type GoldKind =
  'skill' | 'experience' | 'certificate' | 'licence' | 'language' | 'education' | 'trait' | 'other';

/** One thing that an ad asks for. Offsets are UTF-16 units; `quote` is `text.slice(start, end)`. */
export interface GoldFact {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly kinds: readonly GoldKind[];
  readonly level: 'must' | 'merit' | null;
  readonly label: string;
  readonly detail: string | null;
  /** False: optional, neither a miss when not found nor a false hit when found. */
  readonly agreed: boolean;
  /** All places of a quote that stands several times in its ad; any of them counts. */
  readonly places?: readonly (readonly [start: number, end: number])[];
}

export interface GoldAd {
  readonly id: string;
  readonly origin: string;
  readonly headline: string;
  readonly text: string;
  readonly language?: 'sv' | 'en';
  /** Kept unread while rules are written: its errors are not listed unless asked for. */
  readonly locked?: boolean;
  readonly facts: readonly GoldFact[];
}

/**
 * Reads annotated ads, one JSON object a line.
 *
 * @throws Error that names file and line where a line is no JSON, or a quote is not what its text holds there.
 */
export function readGold(path: string): GoldAd[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [goldAd(line, `${path}:${index + 1}`)]));
}

function goldAd(line: string, place: string): GoldAd {
  let ad: GoldAd;
  try {
    ad = JSON.parse(line) as GoldAd;
  } catch (error) {
    throw new Error(`${place}: no JSON (${(error as Error).message})`);
  }
  if (typeof ad.text !== 'string' || !Array.isArray(ad.facts)) throw new Error(`${place}: needs text and facts`);
  for (const { start, end, quote } of ad.facts) {
    if (ad.text.slice(start, end) !== quote) throw new Error(`${place}: "${quote}" does not stand at ${start}`);
  }
  return ad;
}
