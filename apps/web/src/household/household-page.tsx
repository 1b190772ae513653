import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call, CallError, type AnswerOfEndpoint } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { usePlaceList, usePlaces } from '../api/labels.js';
import { householdEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { SelectField } from '../design/field.js';
import { PlaceMap } from '../design/places/place-map.js';
import { regionCounties } from '../design/places/place-picker.js';
import { Answered, Empty, PageTitle } from '../design/states.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { useLanguage } from '../language/language.js';
import { Join, Leave } from './linking.js';
import { Pair } from './pair.js';

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
