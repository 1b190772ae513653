import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { call, type AnswerOfEndpoint } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels, usePlaces } from '../api/labels.js';
import { StateIcon } from '../design/checklist.js';
import { Answered, Empty, Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { checkName } from '../match/checks.js';
import { PartGround, usePartName } from '../match/evidence.js';
import { useCandidateName } from './candidate-name.js';
import { usePreference, useShortlist } from './decisions.js';
import type { Shortlist } from '#contracts';

type How = AnswerOfEndpoint<typeof endpoints.candidate>;

const most = 4;
const shown = (points: number): number => Math.round(points / 10_000);

/** Two to four candidates side by side, demand by demand. Each is looked at, and told so. */
export function ComparePage(): ReactNode {
  const { t } = useLanguage();
  const { shortlistId = '' } = useParams();
  const shortlist = useShortlist(shortlistId);
  return (
    <>
      <p>
        <Link to={`/shortlists/${shortlistId}`}>← {t('shortlist.title')}</Link>
      </p>
      <PageTitle title={t('compare.title')} />
      <Answered query={shortlist}>{(list) => <Comparison list={list} />}</Answered>
    </>
  );
}

function Comparison({ list }: { readonly list: Shortlist }): ReactNode {
  const { t } = useLanguage();
  const [search] = useSearchParams();
  const who = [...new Set(search.getAll('who'))]
    .filter((id) => list.items.some(({ profileId }) => profileId === id))
    .slice(0, most);
  const vacancy = useQuery({
    queryKey: ['vacancy', list.vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId: list.vacancyId } }),
  });
  const found = useQueries({
    queries: who.map((profileId) => ({
      queryKey: ['candidate', list.vacancyId, profileId],
      queryFn: () => call(endpoints.candidate, { params: { vacancyId: list.vacancyId, profileId } }),
      staleTime: Infinity,
    })),
  });
  if (who.length < 2)
    return (
      <Empty title={t('compare.few')}>
        <p>{t('compare.few.text')}</p>
      </Empty>
    );
  const failed = found.find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  const all = found.flatMap(({ data }) => data ?? []);
  if (all.length < who.length) return <Loading />;
  return (
    <>
      {vacancy.data && (
        <p className="page-lead" lang={vacancy.data.language}>
          {vacancy.data.headline}
        </p>
      )}
      <p className="small soft">{t('candidates.logged')}</p>
      <Table list={list} all={all} />
    </>
  );
}

function Table({ list, all }: { readonly list: Shortlist; readonly all: readonly How[] }): ReactNode {
  const { t, country } = useLanguage();
  const places = usePlaces();
  const partName = usePartName();
  const { preference } = usePreference();
  const nameOf = useCandidateName(list.items, preference);
  const label = useConceptLabels(
    all.flatMap(({ employerParts, checks }) => [
      ...employerParts.flatMap(({ conceptId, factConceptId }) => [conceptId, factConceptId]),
      ...checks.map(({ conceptId }) => conceptId),
    ]),
  );
  const [first] = all;
  const row = (key: string, title: ReactNode, cell: (how: How) => ReactNode): ReactNode => (
    <tr key={key}>
      <th scope="row">{title}</th>
      {all.map((how) => (
        <td key={how.profileId}>{cell(how)}</td>
      ))}
    </tr>
  );
  // All have the same demands, in the same order: they are those of the vacancy.
  const parts = [...(first?.employerParts ?? [])]
    .map((part, at) => ({ part, at }))
    .sort((a, b) => b.part.of - a.part.of);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('compare.title')}>
      <table className="compare-table">
        <caption className="visually-hidden">{t('compare.title')}</caption>
        <thead>
          <tr>
            <td />
            {all.map(({ profileId }) => (
              <th key={profileId} scope="col">
                <Link to={`/shortlists/${list.id}?who=${profileId}`}>{nameOf(profileId)}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('stage', t('shortlist.stage'), ({ profileId }) => {
            const stage = list.items.find((item) => item.profileId === profileId)?.stage ?? 'new';
            return <span className={`tag stage-${stage}`}>{t(`stage.${stage}`)}</span>;
          })}
          {!preference.hideScores &&
            row('fit', t('shortlist.fit'), (how) => (
              <>
                <strong>{how.fit}</strong>{' '}
                <span className="soft small">
                  {t('shortlist.fits', { employer: shown(how.employerFit), seeker: shown(how.seekerFit) })}
                </span>
              </>
            ))}
          {first?.checks.map((check, at) =>
            row(`check-${at}`, checkName(t, check, label), (how) => {
              const state = how.checks[at]?.state ?? 'unknown';
              return (
                <span className={`with-icon ${state}`}>
                  <StateIcon state={state} /> {t(`check.${state}`)}
                </span>
              );
            }),
          )}
          {!preference.blind &&
            row('place', t('shortlist.place'), ({ candidate }) =>
              candidate.homeMunicipality ? places([candidate.homeMunicipality]) : country(candidate.homeCountry),
            )}
          {parts.map(({ part, at }) =>
            row(
              `part-${at}`,
              <>
                {partName(part, label)}{' '}
                {part.necessity && <span className="tag">{t(`necessity.${part.necessity}`)}</span>}
              </>,
              (how) => {
                const theirs = how.employerParts[at];
                if (!theirs) return null;
                return (
                  <span className={theirs.points === 0 ? 'soft' : undefined}>
                    {theirs.factConceptId &&
                      theirs.factConceptId === theirs.conceptId &&
                      `${label(theirs.factConceptId)}, `}
                    <PartGround part={theirs} label={label} side="employer" />
                  </span>
                );
              },
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
