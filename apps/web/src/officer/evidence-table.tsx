import type { ExplanationPart } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { PartGround, usePartName, type ConceptLabel } from '../match/evidence.js';

const shown = (points: number): number => Math.round(points / 1000) / 10;

/** The ad's words and the fact of the person side by side, heaviest first. The person's own words of a CV are theirs: they are not here. */
export function EvidenceTable({
  parts,
  label,
  hideScores,
}: {
  readonly parts: readonly ExplanationPart[];
  readonly label: ConceptLabel;
  readonly hideScores: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const name = usePartName();
  const heaviestFirst = [...parts].sort((a, b) => b.of - a.of);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('evidence.caption')}>
      <table className="evidence-table">
        <caption className="visually-hidden">{t('evidence.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.ad')}</th>
            <th scope="col">{t('evidence.person')}</th>
            {!hideScores && (
              <th scope="col" className="number">
                {t('evidence.points')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {heaviestFirst.map((part, at) => (
            <tr key={at} className={part.points === 0 ? 'none' : undefined}>
              <th scope="row">
                {name(part, label)} {part.necessity && <span className="tag">{t(`necessity.${part.necessity}`)}</span>}
                {part.vacancySpan && <q className="words">{part.vacancySpan.quote}</q>}
              </th>
              <td>
                {part.factConceptId === part.conceptId && part.factConceptId && (
                  <strong>{label(part.factConceptId)} </strong>
                )}
                <PartGround part={part} label={label} side="employer" />
              </td>
              {!hideScores && (
                <td className="number">{t('evidence.of', { points: shown(part.points), of: shown(part.of) })}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
