import type { ReactNode } from 'react';

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** `requirement` has a solid line below it, `merit` a dotted one, `found` neither. */
  readonly kind: 'requirement' | 'merit' | 'found';
  /** The mark that is spoken of just now. */
  readonly isActive?: boolean;
  readonly id?: string;
}

/** Text with marks; where two overlap, the first and longest one stands. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, kind, isActive, id } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end > text.length) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark key={start} id={id} className={isActive ? `${kind} active` : kind}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
