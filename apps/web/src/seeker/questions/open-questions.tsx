import type { OpenQuestion, ProfileView, Wishes } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels } from '../../api/labels.js';
import { Button } from '../../design/button.js';
import { Answered } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { saying, useProfileWrite } from '../profile/my-profile.js';

const shown = 5;
const settleMs = 1000;

interface OpenQuestionsProps {
  readonly profile: ProfileView;
  readonly wishes: Wishes;
  readonly onWishes: (wishes: Wishes) => void;
}

/** What has not been said, the answer that changes most matches first: each count was computed by applying the answers. */
export function OpenQuestions({ profile, wishes, onWishes }: OpenQuestionsProps): ReactNode {
  const { t } = useLanguage();
  const questions = useQuery({
    queryKey: ['open-questions', profile.id],
    queryFn: () => call(endpoints.openQuestions, { params: { profileId: profile.id } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && state.data.profileRevision < profile.revision ? settleMs : false),
  });
  const label = useConceptLabels(questions.data?.items.map(({ conceptId }) => conceptId) ?? []);
  return (
    <section className="open-questions card" aria-labelledby="open-questions">
      <h2 id="open-questions">{t('question.title')}</h2>
      <Answered query={questions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('question.none')}</p>
          ) : (
            <ul>
              {items.slice(0, shown).map((question) => (
                <li key={`${question.about} ${question.conceptId ?? ''}`}>
                  <Question
                    question={question}
                    name={question.about === 'fact' ? label(question.conceptId) : t(`question.${question.about}`)}
                    wishes={wishes}
                    onWishes={onWishes}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function Question({
  question,
  name,
  wishes,
  onWishes,
}: {
  readonly question: OpenQuestion;
  readonly name: string;
} & Pick<OpenQuestionsProps, 'wishes' | 'onWishes'>): ReactNode {
  const { t } = useLanguage();
  const write = useProfileWrite();
  const { about, kind, conceptId, factId, changes, settles } = question;
  const answer = (isTrue: boolean): void => {
    if (about === 'fact' && kind && conceptId) write.mutate(saying({ isTrue, kind, conceptId }));
    if (about === 'willingToMove') onWishes({ ...wishes, willingToMove: isTrue });
    if (about === 'remote') onWishes({ ...wishes, remote: isTrue });
  };
  const isYesOrNo = about === 'fact' || about === 'willingToMove' || about === 'remote';
  const [yes, no] =
    factId === null ? (['question.yes', 'question.no'] as const) : (['fact.confirm', 'fact.deny'] as const);
  return (
    <>
      <p className="question-name">
        <strong>{name}</strong>
        <span className="soft small">
          {t('question.changes', { count: changes })}
          {settles > 0 && ` ${t('question.settles', { count: settles })}`}
        </span>
      </p>
      {isYesOrNo ? (
        <p className="actions">
          {([yes, no] as const).map((text, at) => (
            <Button
              key={text}
              kind="secondary"
              isSmall
              aria-label={t('fact.about', { action: t(text), label: name })}
              onPress={() => answer(at === 0)}
            >
              {t(text)}
            </Button>
          ))}
        </p>
      ) : (
        <p>
          <Link to={`/profile?part=${about === 'reach' ? 'places' : 'wishes'}`}>{t('question.say')}</Link>
        </p>
      )}
    </>
  );
}
