import type { Counterfactual } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language.js';
import { textOf } from '../../language/texts.js';
import { levelText, yearsText } from '../../match/checks.js';
import type { ConceptLabel } from '../../match/evidence.js';
import { AnswerButtons, type Saying } from './fact-answers.js';

/** True counterfactuals: each was computed by applying it. */
export function Changes({
  fit,
  counterfactuals,
  label,
  say,
}: {
  readonly fit: number;
  readonly counterfactuals: readonly Counterfactual[];
  readonly label: ConceptLabel;
  readonly say: Saying;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <section className="changes" aria-labelledby="changes">
      <h3 id="changes">{t('match.changes')}</h3>
      {counterfactuals.length === 0 ? (
        <p>{t('match.changes.none')}</p>
      ) : (
        <>
          <p className="soft small">{t('match.changes.explain')}</p>
          <ul>
            {counterfactuals.map(({ change, fit: to, effort }) => {
              const { kind, conceptId, level, years } = change;
              const name = [label(conceptId), levelText(t, kind, level), yearsText(t, years)]
                .filter(Boolean)
                .join(', ');
              return (
                <li key={JSON.stringify(change)}>
                  <span>
                    <strong>{name}</strong>: {t('match.change.to', { from: fit, to })}{' '}
                    <span className="tag">{textOf(t, `match.effort.${effort}`, 'match.effort.2')}</span>
                  </span>
                  <AnswerButtons
                    say={say}
                    about={name}
                    answers={[{ text: t('check.have'), saying: { isTrue: true, kind, conceptId, level, years } }]}
                  />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
