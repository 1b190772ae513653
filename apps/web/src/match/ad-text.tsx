import type { ExplanationPart, VacancyView } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly necessity: 'requirement' | 'merit';
}

/** The ad's own text with the words that the demands were read from marked. */
export function AdText({
  vacancy,
  parts,
}: {
  readonly vacancy: VacancyView;
  readonly parts: readonly ExplanationPart[];
}): ReactNode {
  const { t } = useLanguage();
  const marks = parts
    .flatMap(({ vacancySpan, necessity }): Mark[] =>
      vacancySpan?.field === 'text' && necessity ? [{ start: vacancySpan.start, end: vacancySpan.end, necessity }] : [],
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return (
    <>
      {marks.length > 0 && (
        <p className="small">
          {t('match.key')} <mark className="requirement">{t('necessity.requirement')}</mark>{' '}
          <mark className="merit">{t('necessity.merit')}</mark>
        </p>
      )}
      <div className="ad-text" lang={vacancy.language}>
        {marked(vacancy.text, marks)}
      </div>
    </>
  );
}

function marked(text: string, marks: readonly Mark[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, necessity } of marks) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark key={start} className={necessity}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
