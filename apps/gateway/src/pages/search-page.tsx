import type { VacancySearchAnswer, VacancySearchQuery } from '#contracts';
import type { ReactNode } from 'react';
import { addresses, vacancyAddress } from './addresses.js';
import { Layout } from './layout.js';
import { MarkedText } from './marked-text.js';
import type { PageContext } from './page-context.js';
import { SearchFilters } from './search-filters.js';
import { addressQuery, chosen, filterNames, pageSize, withoutFilter } from './search-state.js';
import { facetValueLabel } from './facet-labels.js';

export interface SearchProps {
  readonly context: PageContext;
  readonly state: VacancySearchQuery;
  readonly answer: VacancySearchAnswer;
}

type Hit = VacancySearchAnswer['items'][number];

export function SearchPage({ context, state, answer }: SearchProps): ReactNode {
  const { t, labels } = context;
  const count =
    answer.total === 0
      ? t('search.count.none')
      : answer.total === 1
        ? t('search.count.one')
        : t('search.count.many', { count: labels.number(answer.total) });
  return (
    <Layout context={context} title={state.q ? `${state.q}: ${count}` : t('search.title')} noIndex={Boolean(state.q)}>
      <h1>{t('search.title')}</h1>
      <SearchForm context={context} state={state} />
      <Chips context={context} state={state} answer={answer} />
      <div className="search">
        <SearchFilters context={context} state={state} answer={answer} />
        <section className="results" aria-labelledby="count">
          <div className="results-head">
            <h2 id="count">{count}</h2>
            <a className="to-filters" href="#filters">
              {t('search.filters')}
            </a>
            {answer.total > 1 && <SortForm context={context} state={state} />}
          </div>
          {answer.degraded && <p className="notice">{t('search.degraded')}</p>}
          {answer.items.length === 0 ? (
            <Nothing context={context} state={state} />
          ) : (
            <Hits context={context} items={answer.items} />
          )}
          <Paging context={context} state={state} total={answer.total} />
        </section>
      </div>
    </Layout>
  );
}

/** The search box; on the start page it stands alone. */
export function SearchForm({
  context,
  state,
}: {
  readonly context: PageContext;
  readonly state?: VacancySearchQuery;
}): ReactNode {
  const { language, t } = context;
  return (
    <form className="search-form" role="search" method="get" action={addresses.vacancies[language]}>
      <label htmlFor="q">{t('search.label')}</label>
      <div>
        <input id="q" type="search" name="q" defaultValue={state?.q ?? ''} maxLength={255} autoComplete="off" />
        <button>{t('search.button')}</button>
      </div>
      {state && <KeptFilters state={state} />}
    </form>
  );
}

function KeptFilters({ state }: { readonly state: VacancySearchQuery }): ReactNode {
  return (
    <>
      {filterNames.flatMap((name) =>
        chosen(state, name).map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
      )}
      {state.sort !== 'relevance' && <input type="hidden" name="sort" value={state.sort} />}
    </>
  );
}

function SortForm({
  context: { language, t },
  state,
}: {
  readonly context: PageContext;
  readonly state: VacancySearchQuery;
}): ReactNode {
  return (
    <form className="sort" method="get" action={addresses.vacancies[language]}>
      {state.q && <input type="hidden" name="q" value={state.q} />}
      <KeptFilters state={{ ...state, sort: 'relevance' }} />
      <label htmlFor="sort">{t('search.sort')}</label>
      <select id="sort" name="sort" defaultValue={state.sort}>
        {(['relevance', 'newest', 'deadline'] as const).map((sort) => (
          <option key={sort} value={sort}>
            {t(`search.sort.${sort}`)}
          </option>
        ))}
      </select>
      <button className="quiet">{t('search.apply')}</button>
    </form>
  );
}

function Chips({ context, state, answer }: SearchProps): ReactNode {
  const { language, t } = context;
  const base = addresses.vacancies[language];
  const chips = filterNames.flatMap((name) =>
    chosen(state, name).map((value) => ({ name, value, label: facetValueLabel(context, answer, name, value) })),
  );
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('search.chosen')}>
      {chips.map(({ name, value, label }) => (
        <li key={`${name}=${value}`}>
          <a
            className="chip"
            href={`${base}${addressQuery(withoutFilter(state, name, value))}`}
            aria-label={t('search.remove', { filter: label })}
          >
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={`${base}${addressQuery({ ...state, ...clearedFilters })}`}>{t('search.clear')}</a>
      </li>
    </ul>
  );
}

const clearedFilters = {
  municipality: [],
  county: [],
  occupationField: [],
  occupationGroup: [],
  employmentType: [],
  employer: [],
  remote: undefined,
  language: undefined,
};

function Hits({ context, items }: { readonly context: PageContext; readonly items: readonly Hit[] }): ReactNode {
  return (
    <ol className="hits">
      {items.map((item) => (
        <HitCard key={item.id} context={context} item={item} />
      ))}
    </ol>
  );
}

function HitCard({ context, item }: { readonly context: PageContext; readonly item: Hit }): ReactNode {
  const { language, t, labels } = context;
  const marked = (field: 'headline' | 'text' | 'employerName') => item.highlights.find((one) => one.field === field);
  const show = (field: 'headline' | 'employerName', text: string): ReactNode => {
    const found = marked(field);
    return found ? <MarkedText text={found.text} marks={found.ranges.map(([start, end]) => ({ start, end }))} /> : text;
  };
  const excerpt = marked('text');
  const facts = [
    labels.concept(item.occupationId),
    item.positions > 1 ? `${t('vacancy.positions')}: ${labels.number(item.positions)}` : null,
    item.remote ? t('value.remote.true') : null,
    item.deadline ? `${t('vacancy.deadline')}: ${labels.day(item.deadline)}` : null,
  ].filter(Boolean);
  return (
    <li className="hit">
      <h3>
        <a href={vacancyAddress(language, item.id)} lang={item.language}>
          {show('headline', item.headline)}
        </a>
      </h3>
      <p className="lead">
        {show('employerName', item.employer.name)}
        {item.municipalities.length > 0 && ` · ${labels.places(item.municipalities)}`}
      </p>
      {excerpt && (
        <p className="excerpt" lang={item.language}>
          <MarkedText text={excerpt.text} marks={excerpt.ranges.map(([start, end]) => ({ start, end }))} />
        </p>
      )}
      <p className="facts">{facts.join(' · ')}</p>
    </li>
  );
}

function Nothing({ context, state }: { readonly context: PageContext; readonly state: VacancySearchQuery }): ReactNode {
  const { language, t } = context;
  const hasFilters = filterNames.some((name) => chosen(state, name).length > 0);
  return (
    <div className="empty">
      <h3>{t('search.empty.title')}</h3>
      <ul>
        {hasFilters && <li>{t('search.empty.filters')}</li>}
        {state.q && <li>{t('search.empty.words')}</li>}
      </ul>
      <p>
        <a className="button secondary" href={addresses.vacancies[language]}>
          {t('search.empty.all')}
        </a>
      </p>
    </div>
  );
}

function Paging({
  context,
  state,
  total,
}: {
  readonly context: PageContext;
  readonly state: VacancySearchQuery;
  readonly total: number;
}): ReactNode {
  const { language, t } = context;
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const page = Math.floor(state.offset / pageSize) + 1;
  const address = (offset: number): string => `${addresses.vacancies[language]}${addressQuery(state, offset)}`;
  return (
    <nav className="paging" aria-label={t('search.page', { page, pages })}>
      {page > 1 && (
        <a rel="prev" href={address((page - 2) * pageSize)}>
          ← {t('search.previous')}
        </a>
      )}
      <span>{t('search.page', { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={address(page * pageSize)}>
          {t('search.next')} →
        </a>
      )}
    </nav>
  );
}
