import { type Highlight, type HighlightField } from '../search-answer.js';

export type Range = [start: number, end: number];

const PASSAGE = 240;
const LEAD = 60;
const CUT = '…';

/** The part of a long text with the most ranges, cut between words. */
export function passage(field: HighlightField, text: string, ranges: Range[]): Highlight {
  const start = startOfPassage(text, ranges);
  const end = text.length - start <= PASSAGE ? text.length : wordBreak(text, start + PASSAGE, -1);
  const lead = start > 0 ? CUT : '';
  const shift = lead.length - start;
  return {
    field,
    text: lead + text.slice(start, end) + (end < text.length ? CUT : ''),
    ranges: ranges.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

function startOfPassage(text: string, ranges: Range[]): number {
  if (text.length <= PASSAGE) return 0;
  let best = { start: 0, count: 0 };
  ranges.forEach(([from], index) => {
    const start = Math.max(0, from - LEAD);
    let count = 0;
    while ((ranges[index + count]?.[1] ?? Infinity) <= start + PASSAGE) count++;
    if (count > best.count) best = { start, count };
  });
  return best.start === 0 ? 0 : wordBreak(text, best.start, 1);
}

function wordBreak(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (at > 0 && at < text.length && at - from < LEAD && from - at < LEAD && !/\s/u.test(text[at] ?? '')) at += step;
  return step === 1 ? at + 1 : at;
}

export function withoutOverlaps(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push([...range]);
  }
  return merged;
}
