import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Button, ButtonLink } from '../../design/button.js';
import { Tag } from '../../design/chips.js';
import { Confirm } from '../../design/dialog.js';
import { Answered, Empty, Failure } from '../../design/states.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';
import { VacancyLine } from '../../match/vacancy-line.js';
import { useApplications } from './marked.js';

/** Where each application stands, since when, and what the employer said. */
export function Applications({ profileId }: { readonly profileId: string }): ReactNode {
  const { t, day } = useLanguage();
  const queries = useQueryClient();
  const applications = useApplications(profileId);
  const [leaving, setLeaving] = useState<string | null>(null);
  const withdraw = useMutation({
    mutationFn: (applicationId: string) => call(endpoints.withdraw, { params: { profileId, applicationId } }),
    onSuccess: async () => {
      setLeaving(null);
      say(t('application.isWithdrawn'));
      await queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
  return (
    <Answered query={applications}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('application.none')}>
            <p>{t('application.none.text')}</p>
            <p>
              <ButtonLink kind="secondary" to="/matches">
                {t('nav.matches')}
              </ButtonLink>
            </p>
          </Empty>
        ) : (
          <>
            <ul className="row-list">
              {items.map(({ id, vacancy, state, sentAt, changedAt, message, answer }) => (
                <li key={id} className="row">
                  <div>
                    <h3>
                      <Link to={`/matches/${vacancy.id}`} lang={vacancy.language}>
                        {vacancy.headline}
                      </Link>{' '}
                      <Tag {...(state === 'offered' ? { kind: 'strong' as const } : {})}>
                        {t(`application.${state}`)}
                      </Tag>
                    </h3>
                    <VacancyLine vacancy={vacancy} />
                    <p className="small soft">
                      {t('application.dates', { sent: day(sentAt), changed: day(changedAt) })}
                    </p>
                    {answer && (
                      <blockquote className="answer">
                        <p>{answer.text}</p>
                        <footer className="small soft">
                          {answer.by}, {day(answer.at)}
                        </footer>
                      </blockquote>
                    )}
                    {message && (
                      <details className="disclosure">
                        <summary>{t('application.mine')}</summary>
                        <p className="ad-text">{message}</p>
                      </details>
                    )}
                  </div>
                  {state !== 'withdrawn' && (
                    <Button
                      kind="secondary"
                      isSmall
                      aria-label={t('fact.about', { action: t('application.withdraw'), label: vacancy.headline })}
                      onPress={() => setLeaving(id)}
                    >
                      {t('application.withdraw')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Confirm
              title={t('application.withdraw.title')}
              isOpen={leaving !== null}
              onClose={() => setLeaving(null)}
              onConfirm={() => leaving && withdraw.mutate(leaving)}
              confirm={t('application.withdraw')}
              isPending={withdraw.isPending}
            >
              <p>{t('application.withdraw.text')}</p>
              {withdraw.isError && <Failure error={withdraw.error} />}
            </Confirm>
          </>
        )
      }
    </Answered>
  );
}
