import type { MatchFigures } from '#contracts';
import type { ReactNode } from 'react';
import { Checklist } from '../design/checklist.js';
import { useLanguage } from '../language/language.js';
import { textOf, type Translate } from '../language/texts.js';
import type { ConceptLabel } from './evidence.js';

export type Check = MatchFigures['checks'][number];

/** A level in words, on the scale of its kind. */
export function levelText(t: Translate, kind: string, level: number | null): string | null {
  if (level === null) return null;
  if (kind === 'language') return textOf(t, `level.language.${level}`, 'level.language.1');
  if (kind === 'education') return textOf(t, `level.education.${level}`, 'level.education.1');
  return kind === 'skill' ? t('level.skill', { level }) : null;
}

export const yearsText = (t: Translate, years: number | null): string | null =>
  years === null ? null : t('years', { years });

/** What a check is about, in words. */
export function checkName(t: Translate, { reason, conceptId, level }: Check, label: ConceptLabel): string {
  const about = conceptId ? label(conceptId) : t(`reason.${reason}`);
  // A level of education is its own name; a language needs both.
  if (reason === 'education' && conceptId) return about;
  const levelWords = levelText(t, reason, level);
  return levelWords ? `${about} ${levelWords}` : about;
}

/** Knock-outs with their three states, in words and forms. */
export function Checks({
  checks,
  label,
  actions,
  isShort = false,
}: {
  readonly checks: readonly Check[];
  readonly label: ConceptLabel;
  /** Side by side, for lists. */
  readonly isShort?: boolean;
  readonly actions?: (check: Check, name: string) => ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  if (checks.length === 0) return <p className="soft">{t('check.none')}</p>;
  return (
    <Checklist
      isShort={isShort}
      items={checks.map((check, at) => {
        const name = checkName(t, check, label);
        return {
          id: String(at),
          state: check.state,
          name,
          actions: check.state === 'unknown' ? actions?.(check, name) : undefined,
        };
      })}
    />
  );
}

/** How many are not shown, by what removed them. */
export function Removed({
  removed,
  text,
}: {
  readonly removed: Readonly<Record<string, number>>;
  readonly text: 'matches.removed' | 'candidates.removed';
}): ReactNode {
  const { t } = useLanguage();
  const reasons = Object.entries(removed).filter(([, count]) => count > 0);
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return (
    <details className="removed">
      <summary>{t(text, { count: total })}</summary>
      <ul>
        {reasons.map(([reason, count]) => (
          <li key={reason}>
            {t('matches.removed.one', { reason: textOf(t, `reason.${reason}`, 'reason.other'), count })}
          </li>
        ))}
      </ul>
    </details>
  );
}
