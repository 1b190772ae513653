import type { ExplanationPart, VacancyView } from '#contracts';
import type { ReactNode } from 'react';
import { MarkedText, type Mark } from '../design/marked-text.js';
import { useLanguage } from '../language/language.js';

/** The ad's own text with the words that the demands were read from marked. */
export function AdText({
  vacancy,
  parts,
}: {
  readonly vacancy: VacancyView;
  readonly parts: readonly ExplanationPart[];
}): ReactNode {
  const { t } = useLanguage();
  const marks = parts.flatMap(({ vacancySpan, necessity }): Mark[] =>
    vacancySpan?.field === 'text' && necessity
      ? [{ start: vacancySpan.start, end: vacancySpan.end, kind: necessity }]
      : [],
  );
  return (
    <>
      {marks.length > 0 && (
        <p className="small">
          {t('match.key')} <mark className="requirement">{t('necessity.requirement')}</mark>{' '}
          <mark className="merit">{t('necessity.merit')}</mark>
        </p>
      )}
      <div className="ad-text" lang={vacancy.language}>
        <MarkedText text={vacancy.text} marks={marks} />
      </div>
    </>
  );
}
