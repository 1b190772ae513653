import type { ExplanationPart } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { PartGround, usePartName, type ConceptLabel } from './evidence.js';
import type { Side } from './fit.js';

interface PartsProps {
  readonly title: string;
  readonly parts: readonly ExplanationPart[];
  readonly label: ConceptLabel;
  readonly side: Side;
  /** Buttons to confirm or deny what earned the points. */
  readonly actions?: (part: ExplanationPart, name: string) => ReactNode;
}

/** Points are shown on 0 to 100 with one decimal; they are computed in millionths. */
const shown = (points: number): number => Math.round(points / 1000) / 10;

/** All parts of one side: they sum to its fit. */
export function Parts({ title, parts, label, side, actions }: PartsProps): ReactNode {
  const { t } = useLanguage();
  const name = usePartName();
  const heaviestFirst = [...parts].sort((a, b) => b.of - a.of);
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return (
    <section className="parts">
      <h3>{title}</h3>
      <ul>
        {heaviestFirst.map((part, at) => {
          const partName = name(part, label);
          return (
            <li key={at} className={part.points === 0 ? 'part none' : 'part'}>
              <div className="part-head">
                <span>
                  <strong>{partName}</strong>{' '}
                  {part.necessity && <span className="tag">{t(`necessity.${part.necessity}`)}</span>}
                </span>
                <span className="figure points">
                  {t('part.points', { points: shown(part.points), of: shown(part.of) })}
                </span>
              </div>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect className="track" width="100" height="4" />
                <rect className="filled" width={part.of > 0 ? (100 * part.points) / part.of : 0} height="4" />
              </svg>
              <div className="part-foot">
                <p className="small">
                  <span className="soft">
                    <PartGround part={part} label={label} side={side} />
                  </span>
                  {part.vacancySpan && (
                    <span className="words">{t('part.words', { words: part.vacancySpan.quote })}</span>
                  )}
                  {part.profileSpan && side === 'seeker' && (
                    <span className="words">{t('part.cvWords', { words: part.profileSpan.quote })}</span>
                  )}
                </p>
                {actions?.(part, partName)}
              </div>
            </li>
          );
        })}
      </ul>
      <p className="sum">{t('part.sum', { fit: shown(sum) })}</p>
    </section>
  );
}
