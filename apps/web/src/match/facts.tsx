import type { Fact } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { levelText, yearsText } from './checks.js';
import type { ConceptLabel } from './evidence.js';

export const factKinds = [
  'occupation',
  'skill',
  'language',
  'driving-licence',
  'professional-licence',
  'education',
  'work-permit',
] as const;

/** A fact in words: what, how well, how long. */
export function useFactName(): (fact: Fact, label: ConceptLabel) => string {
  const { t } = useLanguage();
  return ({ kind, conceptId, words, level, years }, label) => {
    // A level of education is its own name.
    const levelWords = kind === 'education' && conceptId ? null : levelText(t, kind, level);
    return [conceptId ? label(conceptId) : words, levelWords, yearsText(t, years)].filter(Boolean).join(', ');
  };
}

/** Facts by kind, each with where it comes from. */
export function Facts({ facts, label }: { readonly facts: readonly Fact[]; readonly label: ConceptLabel }): ReactNode {
  const { t } = useLanguage();
  const name = useFactName();
  return (
    <dl className="facts-by-kind">
      {factKinds.map((kind) => {
        const ofKind = facts.filter((fact) => fact.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            {ofKind.map((fact) => (
              <dd key={fact.id}>
                {name(fact, label)}{' '}
                {fact.origin !== 'denied' && (
                  <span className="soft small">({t(`origin.${fact.origin}.candidate`)})</span>
                )}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
