import type { DemandInput, Span } from '#contracts';
import type { ReadDemand, ReadSpan } from '#taxonomy';
import { demandKey, type StoredDemand } from './stored-demand.js';

/** What spans point into. */
export interface DemandSource {
  readonly headline: string;
  readonly text: string;
}

const usualWeight = 5;
const longestQuote = 500;
const longestWords = 200;

/**
 * Brings demands up to date with a new reading: what the employer stated, confirmed or rejected stays as it is and only follows its words to where
 * they stand now; what was read before and is read again keeps its id; what is no longer read goes.
 */
export function mergeReading(
  existing: readonly StoredDemand[],
  read: readonly ReadDemand[],
  source: DemandSource,
  newId: () => string,
): StoredDemand[] {
  const readByKey = new Map(read.map((one) => [demandKey(one), one]));
  const settled = existing.filter((demand) => demand.origin !== 'read');
  const settledKeys = new Set(settled.flatMap(keysOf));
  const oldByKey = new Map(existing.filter((one) => one.origin === 'read').map((one) => [demandKey(one), one]));
  const kept = settled.map((demand) => keptAfter(demand, againIn(readByKey, demand), source));
  const fresh = read
    .filter((one) => !settledKeys.has(demandKey(one)))
    .map((one) => asDemand(one, oldByKey.get(demandKey(one))?.id ?? newId()));
  return [...kept, ...fresh];
}

/** Replaces what a feed stated before by what it states now; what the employer rejected or confirmed by hand stays. */
export function mergeStated(
  existing: readonly StoredDemand[],
  stated: readonly Required<DemandInput>[],
  newId: () => string,
): StoredDemand[] {
  const now = new Map(stated.map((one) => [demandKey(one), one]));
  const result: StoredDemand[] = [];
  for (const demand of existing) {
    const match = now.get(demandKey(demand));
    const bySomebodyElse = demand.origin !== 'read' && demand.fromFeed === undefined;
    if (bySomebodyElse) result.push(demand);
    else if (match) result.push({ ...demand, ...match, origin: 'stated', either: null, fromFeed: true });
    else if (demand.origin === 'read') result.push(demand);
    if (match) now.delete(demandKey(demand));
  }
  for (const one of now.values()) result.push({ ...one, id: newId(), origin: 'stated', span: null, fromFeed: true });
  return result;
}

/** A demand as read, awaiting the employer's word. */
export function asDemand(read: ReadDemand, id: string): StoredDemand {
  const { kind, conceptId, words, necessity, level, years, span, either } = read;
  return {
    id,
    kind,
    conceptId,
    words: words === null ? null : words.slice(0, longestWords).trim(),
    necessity,
    level,
    years,
    weight: usualWeight,
    origin: 'read',
    span: asSpan(span),
    either,
  };
}

const keysOf = (demand: StoredDemand): string[] =>
  demand.readAs === undefined ? [demandKey(demand)] : [demandKey(demand), demand.readAs];

function asSpan({ field, start, end, quote }: ReadSpan): Span | null {
  return quote.length > longestQuote ? null : { field, start, end, quote };
}

const againIn = (read: ReadonlyMap<string, ReadDemand>, demand: StoredDemand): ReadDemand | undefined =>
  keysOf(demand).flatMap((key) => read.get(key) ?? [])[0];

function keptAfter(demand: StoredDemand, again: ReadDemand | undefined, source: DemandSource): StoredDemand {
  const span = again ? asSpan(again.span) : demand.span && relocated(demand.span, source);
  // What the employer stated stands alone; the text only groups what was read in it.
  return demand.origin === 'stated' ? { ...demand, span } : { ...demand, span, either: again?.either ?? null };
}

function relocated(span: Span, source: DemandSource): Span | null {
  const text = span.field === 'headline' ? source.headline : source.text;
  if (text.slice(span.start, span.end) === span.quote) return span;
  const start = text.indexOf(span.quote);
  return start < 0 ? null : { ...span, start, end: start + span.quote.length };
}
