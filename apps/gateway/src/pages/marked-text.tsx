import type { ReactNode } from 'react';

/** A stretch of text that is marked: UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly className?: string;
  /** Said to those who do not see the mark. */
  readonly title?: string;
  readonly id?: string;
}

/** Text with marks; where two overlap, the first one stands. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > text.length) continue;
    parts.push(text.slice(at, mark.start));
    parts.push(
      <mark key={mark.start} id={mark.id} className={mark.className} title={mark.title}>
        {text.slice(mark.start, mark.end)}
      </mark>,
    );
    at = mark.end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

/** Running text in paragraphs; marks keep their places. */
export function MarkedParagraphs({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
}): ReactNode {
  const paragraphs: { start: number; end: number }[] = [];
  for (const { index, 0: found } of text.matchAll(/[^\n](?:.|\n(?!\s*\n))*/g))
    paragraphs.push({ start: index, end: index + found.length });
  return (
    <>
      {paragraphs.map(({ start, end }) => (
        <p key={start}>
          <MarkedText
            text={text.slice(start, end)}
            marks={marks
              .filter((mark) => mark.start >= start && mark.end <= end)
              .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }))}
          />
        </p>
      ))}
    </>
  );
}
