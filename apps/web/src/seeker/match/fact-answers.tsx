import type { ExplanationPart } from '#contracts';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language.js';
import type { Check } from '../../match/checks.js';
import type { ConceptLabel } from '../../match/evidence.js';
import type { Say } from '../profile/my-profile.js';

export type Saying = UseMutationResult<unknown, Error, Say>;

interface AnswerButtonsProps {
  readonly say: Saying;
  readonly about: string;
  readonly answers: readonly { readonly text: string; readonly saying: Say }[];
}

export function AnswerButtons({ say, about, answers }: AnswerButtonsProps): ReactNode {
  const { t } = useLanguage();
  return (
    <span className="answers">
      {answers.map(({ text, saying }) => (
        <button
          key={text}
          type="button"
          className="secondary small"
          aria-label={t('fact.about', { action: text, label: about })}
          aria-disabled={say.isPending}
          onClick={() => !say.isPending && say.mutate(saying)}
        >
          {text}
        </button>
      ))}
    </span>
  );
}

/** An unknown that the person can settle at once. */
export function CheckAnswer({
  check,
  name,
  say,
}: {
  readonly check: Check;
  readonly name: string;
  readonly say: Saying;
}): ReactNode {
  const { t } = useLanguage();
  const { reason, conceptId, level } = check;
  if (reason === 'reach' || conceptId === null) return null;
  return (
    <AnswerButtons
      say={say}
      about={name}
      answers={[
        { text: t('check.have'), saying: { isTrue: true, kind: reason, conceptId, level } },
        { text: t('check.haveNot'), saying: { isTrue: false, kind: reason, conceptId } },
      ]}
    />
  );
}

/** What earned the points is true or not: what was read or inferred can be confirmed, and anything denied. */
export function FactAnswer({
  part,
  label,
  say,
}: {
  readonly part: ExplanationPart;
  readonly label: ConceptLabel;
  readonly say: Saying;
}): ReactNode {
  const { t } = useLanguage();
  const { factConceptId: conceptId, factOrigin, kind, part: about } = part;
  if (!conceptId || !factOrigin || !kind || about === 'experience') return null;
  const isRead = factOrigin === 'extracted' || factOrigin === 'inferred';
  // What an occupation implies is a skill, whatever the demand asks for.
  const factKind = factOrigin === 'inferred' ? 'skill' : kind;
  return (
    <AnswerButtons
      say={say}
      about={label(conceptId)}
      answers={[
        ...(isRead ? [{ text: t('fact.confirm'), saying: { isTrue: true, kind: factKind, conceptId } }] : []),
        { text: t('fact.deny'), saying: { isTrue: false, kind: factKind, conceptId } },
      ]}
    />
  );
}
