import type { Eligibility } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';

/** Told apart by form and word, not by colour alone: a filled round tick, a ring with a question, a square with a cross. */
export function StateIcon({ state }: { readonly state: Eligibility }): ReactNode {
  return (
    <svg className={`state ${state}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {state === 'met' && (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path d="m5.500 10.400 3 3 6-6.600" className="stroke" />
        </>
      )}
      {state === 'unknown' && (
        <>
          <circle cx="10" cy="10" r="8" className="ring" />
          <path d="M7.500 7.800c.2-3 5-2.900 5 0 0 1.800-2.500 1.800-2.500 3.700M10 14v.6" className="line" />
        </>
      )}
      {state === 'not-met' && (
        <>
          <rect x="1.500" y="1.500" width="17" height="17" rx="3" className="ring" />
          <path d="m6.500 6.500 7 7m0-7-7 7" className="line" />
        </>
      )}
    </svg>
  );
}

export interface ChecklistItem {
  readonly id: string;
  readonly state: Eligibility;
  readonly name: string;
  /** Answers that would settle it. */
  readonly actions?: ReactNode;
}

/** What must hold, each met, unknown or not met. `isShort` puts them side by side for lists; the state is then read out. */
export function Checklist({
  items,
  isShort,
}: {
  readonly items: readonly ChecklistItem[];
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <ul className={isShort ? 'checks short' : 'checks'}>
      {items.map(({ id, state, name, actions }) => (
        <li key={id} className={state}>
          <StateIcon state={state} />
          <span>
            {name} <span className={isShort ? 'visually-hidden' : 'soft'}>({t(`check.${state}`)})</span>
          </span>
          {actions}
        </li>
      ))}
    </ul>
  );
}

export function EligibilityLine({ state }: { readonly state: Eligibility }): ReactNode {
  const { t } = useLanguage();
  return (
    <p className={`eligibility ${state}`}>
      <StateIcon state={state} />
      {t(`eligibility.${state}`)}
    </p>
  );
}
