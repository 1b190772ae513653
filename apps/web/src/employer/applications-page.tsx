import type { ReceivedApplication } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { EligibilityLine } from '../design/checklist.js';
import { Dialog, Drawer } from '../design/dialog.js';
import { SelectField, WordsField } from '../design/field.js';
import { Answered, Empty, Failure, PageTitle } from '../design/states.js';
import { say } from '../design/toast.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { useLanguage } from '../language/language.js';
import { CandidateLine } from './candidate-line.js';
import { Contact } from './contact.js';
import { VacancyTabs } from './vacancy-tabs.js';

const answers = ['in-process', 'offered', 'not-chosen'] as const;

/** Who applied for a vacancy of mine, what they wrote, and what I tell them. */
export function ApplicationsPage({ name }: { readonly name: string | null }): ReactNode {
  const { t } = useLanguage();
  const { vacancyId = '' } = useParams();
  const page = usePage();
  const queries = useQueryClient();
  const [open, setOpen] = useState<ReceivedApplication | null>(null);
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId } }),
  });
  const applications = useQuery({
    queryKey: ['applications', vacancyId, page],
    queryFn: () =>
      call(deskEndpoints.applications, {
        params: { vacancyId },
        query: { limit: pageSize, offset: (page - 1) * pageSize },
      }),
  });
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['applications', vacancyId] });
    void queries.invalidateQueries({ queryKey: ['figures'] });
  };
  const look = useMutation({
    mutationFn: (applicationId: string) =>
      call(deskEndpoints.openApplication, { params: { vacancyId, applicationId } }),
    onSuccess: (found) => {
      setOpen(found);
      refresh();
    },
  });
  return (
    <>
      <p>
        <Link to="/vacancies">← {t('vacancies.back')}</Link>
      </p>
      <PageTitle title={t('applications.title')} />
      {vacancy.data && (
        <p className="page-lead" lang={vacancy.data.language}>
          {vacancy.data.headline}
        </p>
      )}
      <VacancyTabs vacancyId={vacancyId} />
      {look.isError && <Failure error={look.error} />}
      <Answered query={applications}>
        {({ total, items }) =>
          total === 0 ? (
            <Empty title={t('applications.none')}>
              <p>{t('applications.none.text')}</p>
            </Empty>
          ) : (
            <>
              <ul className="row-list">
                {items.map((one) => (
                  <li key={one.id} className="row">
                    <div>
                      <h2 className="row-title">
                        {t('candidates.name', { alias: one.candidate.alias })}{' '}
                        <span className={one.state === 'sent' ? 'tag strong' : 'tag'}>
                          {t(`application.${one.state}`)}
                        </span>
                      </h2>
                      <CandidateLine candidate={one.candidate} />
                      <EligibilityLine state={one.figures.eligibility} />
                    </div>
                    <Button
                      kind="secondary"
                      isPending={look.isPending && look.variables === one.id}
                      aria-label={`${t('applications.open')}: ${t('candidates.name', { alias: one.candidate.alias })}`}
                      onPress={() => look.mutate(one.id)}
                    >
                      {t('applications.open')}
                    </Button>
                  </li>
                ))}
              </ul>
              <Paging total={total} />
            </>
          )
        }
      </Answered>
      {open && (
        <Drawer
          title={t('candidates.name', { alias: open.candidate.alias })}
          isOpen
          onClose={() => setOpen(null)}
          isWide
        >
          <Opened
            application={open}
            vacancyId={vacancyId}
            name={name}
            onAnswered={(next) => {
              setOpen(next);
              refresh();
            }}
          />
        </Drawer>
      )}
    </>
  );
}

function Opened({
  application,
  vacancyId,
  name,
  onAnswered,
}: {
  readonly application: ReceivedApplication;
  readonly vacancyId: string;
  readonly name: string | null;
  readonly onAnswered: (next: ReceivedApplication) => void;
}): ReactNode {
  const { t, moment } = useLanguage();
  const { candidate, message, answer, state } = application;
  const [isAnswering, setAnswering] = useState(false);
  return (
    <>
      <p className="row-wrap">
        <span className="tag">{t(`application.${state}`)}</span>
        <span className="soft">{t('applications.sent', { moment: moment(application.sentAt) })}</span>
      </p>
      <p className="letter">{message ?? <span className="soft">{t('applications.noMessage')}</span>}</p>
      <Contact vacancyId={vacancyId} profileId={candidate.profileId} />
      {answer && (
        <p className="notice">
          {answer.text}
          <br />
          <span className="small soft">{t('shortlist.log.line', { by: answer.by, moment: moment(answer.at) })}</span>
        </p>
      )}
      <p className="actions">
        <Button onPress={() => setAnswering(true)}>{t('applications.answer')}</Button>
        <Link to={`/vacancies/${vacancyId}/candidates/${candidate.profileId}`}>{t('candidates.see')}</Link>
      </p>
      {isAnswering && (
        <AnswerDialog
          application={application}
          vacancyId={vacancyId}
          name={name}
          onClose={() => setAnswering(false)}
          onAnswered={(next) => {
            setAnswering(false);
            say(t('applications.answered'));
            onAnswered(next);
          }}
        />
      )}
    </>
  );
}

function AnswerDialog({
  application,
  vacancyId,
  name,
  onClose,
  onAnswered,
}: {
  readonly application: ReceivedApplication;
  readonly vacancyId: string;
  readonly name: string | null;
  readonly onClose: () => void;
  readonly onAnswered: (next: ReceivedApplication) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [state, setState] = useState<(typeof answers)[number]>('in-process');
  const [text, setText] = useState('');
  const [by, setBy] = useState(name ?? '');
  const send = useMutation({
    mutationFn: () =>
      call(deskEndpoints.answerApplication, {
        params: { vacancyId, applicationId: application.id },
        body: { revision: application.revision, state, text, by },
      }),
    onSuccess: onAnswered,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() && by.trim() && !send.isPending) send.mutate();
  };
  return (
    <Dialog title={t('applications.answer')} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <SelectField
          label={t('applications.state')}
          value={state}
          options={answers.map((value) => ({ value, text: t(`application.${value}`) }))}
          onChange={setState}
        />
        <WordsField
          label={t('applications.word')}
          hint={t('applications.word.hint')}
          rows={4}
          value={text}
          onChange={setText}
          maxLength={2000}
          isRequired
        />
        <WordsField label={t('shortlist.by')} value={by} onChange={setBy} maxLength={200} isRequired />
        {send.isError && <Failure error={send.error} />}
        <Button type="submit" isPending={send.isPending}>
          {t('applications.send')}
        </Button>
      </form>
    </Dialog>
  );
}
