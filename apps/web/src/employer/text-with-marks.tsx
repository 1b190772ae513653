import { useId, useRef, type ReactNode } from 'react';
import type { Demand } from '#contracts';
import { MarkedText, type Mark } from '../design/marked-text.js';

/** A text that is written while the words that demands were read from are marked behind it. Marks of an older text wait until it has been read again. */
export function TextWithMarks({
  label,
  hint,
  value,
  readText,
  demands,
  activeId,
  language,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** The text that the demands were read from. */
  readonly readText: string;
  readonly demands: readonly Demand[];
  readonly activeId: string | null;
  readonly language: string;
  readonly onChange: (text: string) => void;
}): ReactNode {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const marks = demands.flatMap(({ id: demandId, span, necessity, origin }): Mark[] =>
    span?.field === 'text' &&
    origin !== 'rejected' &&
    value.slice(span.start, span.end) === readText.slice(span.start, span.end)
      ? [{ start: span.start, end: span.end, kind: necessity, isActive: demandId === activeId }]
      : [],
  );
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <div className="marked-area" lang={language}>
        <div aria-hidden="true" className="behind">
          <MarkedText text={value} marks={marks} />
          {'\n '}
        </div>
        <textarea
          ref={area}
          id={id}
          aria-describedby={`${id}-hint`}
          value={value}
          maxLength={50_000}
          spellCheck
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    </div>
  );
}
