import type { ExplanationPart } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { textOf } from '../language/texts.js';
import type { Side } from './fit.js';

export type ConceptLabel = (id: string | null | undefined) => string;

/** Ids of the concepts that parts speak of. */
export const conceptsOf = (parts: readonly ExplanationPart[]): (string | null)[] =>
  parts.flatMap(({ conceptId, factConceptId }) => [conceptId, factConceptId]);

interface PartProps {
  readonly part: ExplanationPart;
  readonly label: ConceptLabel;
  readonly side: Side;
}

/** What the part is about: the demanded concept, or the kind of part. */
export function usePartName(): (part: ExplanationPart, label: ConceptLabel) => string {
  const { t } = useLanguage();
  return ({ part, conceptId, vacancySpan }, label) => {
    const concept = conceptId ? label(conceptId) : vacancySpan?.quote;
    if (part === 'demand') return concept ?? t('part.demand');
    return concept ? `${t(`part.${part}`)}: ${concept}` : t(`part.${part}`);
  };
}

/** Why it earned what it earned: the person's concept, its relation, where it comes from. */
export function PartGround({ part, label, side }: PartProps): ReactNode {
  const { t } = useLanguage();
  const { factConceptId, relation, factOrigin, ground } = part;
  const words: string[] = [];
  if (factConceptId && factConceptId !== part.conceptId)
    words.push(t(side === 'seeker' ? 'part.yours' : 'part.theirs', { label: label(factConceptId) }));
  if (factConceptId && relation !== 'none' && relation !== 'same') words.push(t(`relation.${relation}`));
  if (factOrigin && factOrigin !== 'denied')
    words.push(t(side === 'seeker' ? `origin.${factOrigin}` : `origin.${factOrigin}.candidate`));
  if (ground) words.push(textOf(t, `ground.${ground}`, 'ground.not-said'));
  if (words.length === 0 && part.points === 0) words.push(t('part.missing'));
  return words.join(', ');
}

/** The strongest lines, for lists: concept, ground, and the words of the ad. */
export function EvidenceLines({
  parts,
  label,
  side,
}: {
  readonly parts: readonly ExplanationPart[];
  readonly label: ConceptLabel;
  readonly side: Side;
}): ReactNode {
  const { t } = useLanguage();
  const name = usePartName();
  return (
    <ul className="evidence" aria-label={t('matches.evidence')}>
      {parts.map((part, at) => (
        <li key={at}>
          <span className="evidence-name">{name(part, label)}</span>{' '}
          <span className="soft">
            <PartGround part={part} label={label} side={side} />
          </span>
          {part.vacancySpan && <q className="words">{part.vacancySpan.quote}</q>}
        </li>
      ))}
    </ul>
  );
}
