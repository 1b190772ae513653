import type { HouseholdPair } from '#contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call, CallError, type AnswerOfEndpoint } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { usePlaceList, usePlaces } from '../api/labels.js';
import { householdEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { EligibilityLine } from '../design/checklist.js';
import { Confirm } from '../design/dialog.js';
import { SelectField, WordsField } from '../design/field.js';
import { PlaceMap } from '../design/places/place-map.js';
import { regionCounties } from '../design/places/place-picker.js';
import { Answered, Empty, Failure, PageTitle } from '../design/states.js';
import { say } from '../design/toast.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { vacancyPage } from '../frame/public-pages.js';
import { useLanguage } from '../language/language.js';

type Pairs = AnswerOfEndpoint<typeof householdEndpoints.pairs>;

/** Two people who move together: my job, the other's job, and the place that works for both. */
export function HouseholdPage(): ReactNode {
  const { t } = useLanguage();
  const profile = useQuery({ queryKey: ['my-profile'], queryFn: () => call(endpoints.myProfile) });
  return (
    <>
      <PageTitle title={t('household.title')} />
      <p className="page-lead">{t('household.lead')}</p>
      {profile.error instanceof CallError && profile.error.type === 'not-found' ? (
        <Empty title={t('household.noProfile')}>
          <p>
            <Link to="/matches">{t('nav.matches')}</Link>
          </p>
        </Empty>
      ) : (
        <Answered query={profile}>{({ id }) => <Household profileId={id} />}</Answered>
      )}
    </>
  );
}

function Household({ profileId }: { readonly profileId: string }): ReactNode {
  const { t } = useLanguage();
  const [search] = useSearchParams();
  const page = usePage();
  const municipality = /^\d{4}$/.exec(search.get('place') ?? '')?.[0];
  const pairs = useQuery({
    queryKey: ['household-pairs', profileId, municipality, page],
    queryFn: () =>
      call(householdEndpoints.pairs, {
        params: { profileId },
        query: { ...(municipality ? { municipality } : {}), limit: pageSize, offset: (page - 1) * pageSize },
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={pairs}>
      {(found) =>
        found.members < 2 ? (
          <Join profileId={profileId} />
        ) : !found.partnerIsRanked ? (
          <>
            <Empty title={t('household.waiting')}>
              <p>{t('household.waiting.text')}</p>
            </Empty>
            <Leave profileId={profileId} />
          </>
        ) : (
          <>
            <Found pairs={found} municipality={municipality ?? null} />
            <Leave profileId={profileId} />
          </>
        )
      }
    </Answered>
  );
}

function Found({ pairs, municipality }: { readonly pairs: Pairs; readonly municipality: string | null }): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  const onMap = usePlaceList(regionCounties);
  const [search, setSearch] = useSearchParams();
  // The counts of the whole list stay on the map while one place is looked at.
  const [all, setAll] = useState(pairs.places);
  if (municipality === null && all !== pairs.places) setAll(pairs.places);
  const narrow = (code: string | null): void => {
    const next = new URLSearchParams(search);
    next.delete('page');
    if (code && code !== municipality) next.set('place', code);
    else next.delete('place');
    setSearch(next);
  };
  if (pairs.total === 0 && municipality === null)
    return (
      <Empty title={t('household.none')}>
        <p>{t('household.none.text')}</p>
      </Empty>
    );
  return (
    <>
      <div className="household-top">
        {onMap.length > 0 && (
          <PlaceMap
            label={t('household.map')}
            places={onMap}
            chosen={municipality ? [municipality] : []}
            onToggle={narrow}
            amounts={new Map(all.map(({ municipality: code, count }) => [code, count]))}
          />
        )}
        <div>
          <h2>
            <span role="status">{t('household.count', { count: pairs.total })}</span>
          </h2>
          <p className="soft">{t('household.how')}</p>
          <SelectField
            label={t('household.place')}
            value={municipality ?? ''}
            options={[
              { value: '', text: t('filter.all') },
              ...all.map(({ municipality: code, count }) => ({
                value: code,
                text: t('household.placeCount', { place: places([code]), count }),
              })),
            ]}
            onChange={(code) => narrow(code || null)}
          />
        </div>
      </div>
      {pairs.total === 0 && (
        <Empty title={t('household.noneThere')}>
          <Button kind="secondary" onPress={() => narrow(null)}>
            {t('filter.clear')}
          </Button>
        </Empty>
      )}
      <ol className="pair-list">
        {pairs.items.map((pair) => (
          <Pair key={`${pair.mine.vacancyId}/${pair.theirs.vacancyId}`} pair={pair} />
        ))}
      </ol>
      <Paging total={pairs.total} />
    </>
  );
}

function Pair({ pair }: { readonly pair: HouseholdPair }): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  return (
    <li className="card pair">
      <div className="pair-head">
        <h3>{t('household.live', { place: places([pair.municipality]) })}</h3>
        <p className="fit-both">
          <strong className="figure">{pair.fit}</strong> <span className="soft small">{t('household.fit')}</span>
        </p>
      </div>
      <div className="pair-jobs">
        <Job title={t('household.mine')} job={pair.mine} isMine />
        <Job title={t('household.theirs')} job={pair.theirs} isMine={false} />
      </div>
    </li>
  );
}

function Job({
  title,
  job,
  isMine,
}: {
  readonly title: string;
  readonly job: HouseholdPair['mine'];
  readonly isMine: boolean;
}): ReactNode {
  const { t, language } = useLanguage();
  const places = usePlaces();
  const { vacancy } = job;
  return (
    <section>
      <p className="eyebrow">{title}</p>
      <h4 lang={vacancy.language}>
        {isMine ? (
          <Link to={`/matches/${vacancy.id}`}>{vacancy.headline}</Link>
        ) : (
          <a href={vacancyPage(language, vacancy.id)}>{vacancy.headline}</a>
        )}
      </h4>
      <p className="lead">
        {vacancy.employer.name} · {places(vacancy.municipalities)}
      </p>
      <p className="small">
        {job.km === 0 ? t('household.there') : t('household.travel', { minutes: job.minutes, km: job.km })} ·{' '}
        {t('household.fitOf', { fit: job.fit })}
      </p>
      <EligibilityLine state={job.eligibility} />
    </section>
  );
}

/** Two link by a code that one gives the other: nobody is joined without knowing. */
function Join({ profileId }: { readonly profileId: string }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const link = useMutation({
    mutationFn: (invitation: string | null) =>
      call(householdEndpoints.link, { params: { profileId }, body: { invitation } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['household-pairs'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() && !link.isPending) link.mutate(code.trim());
  };
  return (
    <div className="two-columns">
      <section className="card" aria-labelledby="invite">
        <h2 id="invite">{t('household.invite')}</h2>
        <p>{t('household.invite.text')}</p>
        {link.data?.invitation ? (
          <p className="invitation" role="status">
            <strong>{link.data.invitation}</strong>
          </p>
        ) : (
          <Button isPending={link.isPending} onPress={() => link.mutate(null)}>
            {t('household.invite.show')}
          </Button>
        )}
      </section>
      <section className="card" aria-labelledby="join">
        <h2 id="join">{t('household.join')}</h2>
        <form onSubmit={submit}>
          <WordsField label={t('household.code')} value={code} onChange={setCode} maxLength={100} isRequired />
          {link.isError && <Failure error={link.error} />}
          <Button type="submit" kind="secondary" isPending={link.isPending}>
            {t('household.join.go')}
          </Button>
        </form>
      </section>
    </div>
  );
}

function Leave({ profileId }: { readonly profileId: string }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const leave = useMutation({
    mutationFn: () => call(householdEndpoints.leave, { params: { profileId } }),
    onSuccess: () => {
      setAsked(false);
      say(t('household.left'));
      return queries.invalidateQueries({ queryKey: ['household-pairs'] });
    },
  });
  return (
    <p className="leave">
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {t('household.leave')}
      </Button>
      <Confirm
        title={t('household.leave')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={() => leave.mutate()}
        confirm={t('household.leave')}
        kind="danger"
        isPending={leave.isPending}
      >
        <p>{t('household.leave.text')}</p>
        {leave.isError && <Failure error={leave.error} />}
      </Confirm>
    </p>
  );
}
