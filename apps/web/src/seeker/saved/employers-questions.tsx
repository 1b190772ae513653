import type { MyQuestion } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Button } from '../../design/button.js';
import { CheckField } from '../../design/choices.js';
import { Tag } from '../../design/chips.js';
import { WordsField } from '../../design/field.js';
import { Answered, Empty, Failure } from '../../design/states.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';
import { VacancyLine } from '../../match/vacancy-line.js';
import { useQuestions } from './marked.js';

const longest = 4000;

/** What employers asked before they know who it is; the person answers or declines, and says whether they may know. */
export function EmployersQuestions({
  profileId,
  name,
}: {
  readonly profileId: string;
  readonly name: string;
}): ReactNode {
  const { t } = useLanguage();
  const questions = useQuestions(profileId);
  return (
    <Answered query={questions}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('asked.none')}>
            <p>{t('asked.none.text')}</p>
          </Empty>
        ) : (
          <ul className="row-list">
            {items.map((question) => (
              <li key={question.id} className="card asked">
                <Question question={question} profileId={profileId} name={name} />
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function Question({
  question,
  profileId,
  name,
}: {
  readonly question: MyQuestion;
  readonly profileId: string;
  readonly name: string;
}): ReactNode {
  const { t, day } = useLanguage();
  const queries = useQueryClient();
  const [answer, setAnswer] = useState(question.answer ?? '');
  const [isShared, setShared] = useState(question.contactShared);
  const reply = useMutation({
    mutationFn: (body: { answer: string | null; shareContact: boolean }) =>
      call(endpoints.answerQuestion, { params: { profileId, questionId: question.id }, body }),
    onSuccess: async () => {
      say(t('asked.answered'));
      await queries.invalidateQueries({ queryKey: ['questions'] });
    },
  });
  const isOpen = question.state === 'open' || question.state === 'answered' || question.state === 'declined';
  return (
    <>
      <h3>
        {question.vacancy.headline} <Tag>{t(`asked.${question.state}`)}</Tag>
      </h3>
      <VacancyLine vacancy={question.vacancy} />
      <blockquote className="answer">
        <p>{question.text}</p>
        <footer className="small soft">
          {t('asked.by', { by: question.by, day: day(question.askedAt), until: day(question.answerBy) })}
        </footer>
      </blockquote>
      {isOpen && (
        <>
          <WordsField label={t('asked.answer')} rows={4} maxLength={longest} value={answer} onChange={setAnswer} />
          <CheckField isChecked={isShared} onChange={setShared}>
            {t('asked.share', { name, employer: question.vacancy.employer.name })}
          </CheckField>
          <p className="actions">
            <Button
              isPending={reply.isPending}
              isDisabled={answer.trim() === ''}
              onPress={() => reply.mutate({ answer, shareContact: isShared })}
            >
              {t('asked.send')}
            </Button>
            <Button
              kind="secondary"
              isPending={reply.isPending}
              onPress={() => reply.mutate({ answer: null, shareContact: false })}
            >
              {t('asked.decline')}
            </Button>
          </p>
          {reply.isError && <Failure error={reply.error} />}
        </>
      )}
    </>
  );
}
