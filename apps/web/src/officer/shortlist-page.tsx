import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { CandidateCard, conceptsOfCandidates } from '../employer/candidate-card.js';
import { Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { DecisionForm } from './decision-form.js';
import { DecisionLog } from './decision-log.js';
import { useShortlist } from './decisions.js';

/** A frozen list: choose, decide with a reason, undo. */
export function ShortlistPage({ name }: { readonly name: string | null }): ReactNode {
  const { t } = useLanguage();
  const { shortlistId = '' } = useParams();
  const shortlist = useShortlist(shortlistId);
  const vacancyId = shortlist.data?.vacancyId;
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId: vacancyId! } }),
    enabled: vacancyId !== undefined,
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const items = shortlist.data?.items ?? [];
  const label = useConceptLabels(conceptsOfCandidates(items));
  if (shortlist.isPending) return <Loading />;
  if (shortlist.isError) return <Failure error={shortlist.error} retry={() => void shortlist.refetch()} />;
  const undecided = items.filter(({ stage }) => stage === 'new').length;
  const nameOf = (profileId: string): string =>
    t('candidates.name', {
      alias: items.find((item) => item.profileId === profileId)?.candidate.alias ?? '–',
    });
  const toggle = (profileId: string): void => {
    const next = new Set(chosen);
    if (!next.delete(profileId)) next.add(profileId);
    setChosen(next);
  };
  return (
    <>
      <p>
        <Link to="/shortlists">← {t('shortlists.title')}</Link>
      </p>
      <PageTitle title={t('shortlist.title')} />
      {vacancy.data && (
        <p className="page-lead" lang={vacancy.data.language}>
          {vacancy.data.headline}
        </p>
      )}
      <p>
        {t('shortlist.lead')} {undecided > 0 ? t('shortlist.left', { count: undecided }) : t('shortlist.done')}
      </p>
      <div className="triage">
        <section aria-labelledby="candidates">
          <h2 id="candidates" className="visually-hidden">
            {t('candidates.title')}
          </h2>
          <ol className="match-list">
            {items.map((match) => (
              <CandidateCard
                key={match.profileId}
                match={match}
                label={label}
                heading={
                  <label className="check choose">
                    <input
                      type="checkbox"
                      checked={chosen.has(match.profileId)}
                      aria-label={t('shortlist.choose', { name: nameOf(match.profileId) })}
                      onChange={() => toggle(match.profileId)}
                    />
                    <span>
                      {match.rank}. {nameOf(match.profileId)}{' '}
                      <span className={`tag stage-${match.stage}`}>{t(`stage.${match.stage}`)}</span>
                    </span>
                  </label>
                }
              />
            ))}
          </ol>
        </section>
        <div className="triage-side">
          <DecisionForm
            shortlistId={shortlistId}
            chosen={[...chosen]}
            name={name}
            onDecided={() => setChosen(new Set())}
          />
          <DecisionLog shortlistId={shortlistId} decisions={shortlist.data.decisions} nameOf={nameOf} />
        </div>
      </div>
    </>
  );
}
