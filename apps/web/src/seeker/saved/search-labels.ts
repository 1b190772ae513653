import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels, usePlaceList, usePlaces } from '../../api/labels.js';
import { addresses } from '#site';
import { useLanguage } from '../../language/language.js';
import type { Alert } from './use-alerts.js';

type Asked = NonNullable<Alert['search']>;

const usualKm = 50;
const ofConcepts = [
  'occupation',
  'occupationGroup',
  'occupationField',
  'concept',
  'labourMarketRegion',
  'employmentType',
];
const valuesOf = (asked: Asked, name: string): string[] => {
  const value = asked[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [String(value)];
};

/** How many open vacancies it finds now, and what it asks for in words: one chip for each. */
export function useSearchLabels({ search, minimumFit, municipalities }: Alert): {
  readonly chips: readonly string[];
  readonly total: number | undefined;
} {
  const { t, day, language } = useLanguage();
  const asked: Asked = search ?? {};
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: () => call(endpoints.search, { query: { ...asked, limit: 1 } }),
    enabled: search !== null,
  });
  const places = usePlaces();
  const all = usePlaceList();
  const concept = useConceptLabels(ofConcepts.flatMap((name) => valuesOf(asked, name)));
  const employer = (id: string): string =>
    found.data?.facets.employer?.find(({ value }) => value === id)?.label[language] ??
    found.data?.items.find((item) => item.employer.id === id)?.employer.name ??
    t('searches.employer');
  const county = (code: string): string =>
    all.find((place) => place.county.code === code)?.county.label[language] ?? code;
  const words: Readonly<Record<string, (value: string) => string>> = {
    q: (value) => t('searches.words', { words: value }),
    municipality: (code) => places([code]),
    county,
    near: (code) => t('searches.near', { km: Number(asked['km'] ?? usualKm), place: places([code]) }),
    employer,
    extent: (value) => t(value === 'full' ? 'searches.full' : 'searches.part'),
    extentMin: (percent) => t('searches.extentMin', { percent }),
    extentMax: (percent) => t('searches.extentMax', { percent }),
    remote: (value) => t(value === 'true' ? 'searches.remote' : 'searches.remote.not'),
    noExperience: (value) => t(value === 'true' ? 'searches.noExperience' : 'searches.noExperience.not'),
    salaryStated: (value) => t(value === 'true' ? 'searches.salaryStated' : 'searches.salaryStated.not'),
    language: (value) => t(value === 'en' ? 'searches.english' : 'searches.swedish'),
    publishedAfter: (value) => t('searches.publishedAfter', { day: day(value) }),
    ...Object.fromEntries(ofConcepts.map((name) => [name, concept])),
  };
  const chips = [
    ...Object.entries(words).flatMap(([name, text]) => valuesOf(asked, name).map(text)),
    ...municipalities.map((code) => places([code])),
    ...(minimumFit > 0 ? [t('searches.fit', { fit: minimumFit })] : []),
  ];
  return { chips: chips.length > 0 ? chips : [t('searches.everything')], total: found.data?.total };
}

/** Where the vacancies stand that it asks for: the search page, or the person's own matches where it is no search. */
export function useSearchAddress({
  search,
  municipalities,
}: Alert): { readonly href: string } | { readonly to: string } {
  const { language } = useLanguage();
  if (search === null)
    return {
      to: `/matches${municipalities.length > 0 ? `?${new URLSearchParams(municipalities.map((code) => ['municipality', code]))}` : ''}`,
    };
  const fields = Object.keys(search).flatMap((name) => valuesOf(search, name).map((value) => [name, value]));
  return { href: `${addresses.vacancies[language]}?${new URLSearchParams([...fields, ['sort', 'newest']])}` };
}
