import type { FitSearchAnswer, Relaxation, VacancySearchAnswer } from '#contracts';
import type { ReactNode } from 'react';
import { addresses, feedAddress, saveSearchAddress, vacancyAddress } from '#site';
import { Layout } from './layout.js';
import { MarkedText } from './marked-text.js';
import type { PageContext } from './page-context.js';
import { SearchFilters } from './search-filters.js';
import {
  addressFields,
  addressQuery,
  chipNames,
  chosen,
  cleared,
  pageSize,
  relaxed,
  withoutFilter,
  type SearchState,
} from './search-state.js';
import { chipLabel } from './facet-labels.js';

export interface SearchProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly answer: VacancySearchAnswer | FitSearchAnswer;
}

interface SearchPageProps extends SearchProps {
  /** A signed-in seeker can have the list in the order of fit, and save the search. */
  readonly isSeeker: boolean;
  readonly saved?: 'saved' | 'save.failed' | undefined;
}

type Hit = VacancySearchAnswer['items'][number] & Partial<FitSearchAnswer['items'][number]>;

export function SearchPage({ context, state, answer, isSeeker, saved }: SearchPageProps): ReactNode {
  const { t, labels } = context;
  const count =
    answer.total === 0
      ? t('search.count.none')
      : answer.total === 1
        ? t('search.count.one')
        : t('search.count.many', { count: labels.number(answer.total) });
  return (
    <Layout
      context={context}
      title={state.q ? `${state.q}: ${count}` : t('search.title')}
      noIndex={Boolean(state.q)}
      feed={{ href: feedAddress(context.language) + addressQuery(state), title: t('search.feed') }}
    >
      <h1>{t('search.title')}</h1>
      <SearchForm context={context} state={state} />
      {saved && (
        <p className="notice" role="status">
          {t(`search.${saved}`)}
        </p>
      )}
      <Reading context={context} state={state} answer={answer} />
      <Chips context={context} state={state} answer={answer} />
      <div className="search">
        <SearchFilters context={context} state={state} answer={answer} />
        <section className="results" aria-labelledby="count">
          <div className="results-head">
            <h2 id="count">{count}</h2>
            <a className="to-filters" href="#filters">
              {t('search.filters')}
            </a>
            {answer.total > 1 && <SortForm context={context} state={state} isSeeker={isSeeker} />}
          </div>
          {answer.degraded && <p className="notice">{t('search.degraded')}</p>}
          {answer.items.length === 0 ? (
            <Nothing context={context} state={state} answer={answer} />
          ) : (
            <Hits context={context} items={answer.items} />
          )}
          <Paging context={context} state={state} total={answer.total} />
          <Keep context={context} state={state} isSeeker={isSeeker} />
        </section>
      </div>
    </Layout>
  );
}

/** What the search box suggests; its script reads their names from the form. */
const kinds = ['occupation', 'skill', 'municipality', 'county', 'employer', 'title'] as const;

/** The search box; on the start page it stands alone. */
export function SearchForm({
  context,
  state,
}: {
  readonly context: PageContext;
  readonly state?: SearchState;
}): ReactNode {
  const { language, t } = context;
  return (
    <form
      className="search-form"
      role="search"
      method="get"
      action={addresses.vacancies[language]}
      data-suggestions={t('search.suggestions')}
      data-kinds={JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, t(`search.kind.${kind}`)])))}
    >
      <label htmlFor="q">{t('search.label')}</label>
      <div>
        <input id="q" type="search" name="q" defaultValue={state?.q ?? ''} maxLength={255} autoComplete="off" />
        <button>{t('search.button')}</button>
      </div>
      {state && <KeptFilters state={state} />}
    </form>
  );
}

function KeptFilters({ state }: { readonly state: SearchState }): ReactNode {
  return (
    <>
      {addressFields({ ...state, q: '' }).map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function SortForm({
  context: { language, t },
  state,
  isSeeker,
}: {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly isSeeker: boolean;
}): ReactNode {
  return (
    <form className="sort" method="get" action={addresses.vacancies[language]}>
      {state.q && <input type="hidden" name="q" value={state.q} />}
      <KeptFilters state={{ ...state, sort: 'relevance' }} />
      <label htmlFor="sort">{t('search.sort')}</label>
      <select id="sort" name="sort" defaultValue={state.sort}>
        {([...(isSeeker ? (['fit'] as const) : []), 'relevance', 'newest', 'deadline'] as const).map((sort) => (
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
  const chips = chipNames.flatMap((name) =>
    chosen(state, name).map((value) => ({ name, value, label: chipLabel(context, state, answer, name, value) })),
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
        <a href={`${base}${addressQuery(cleared(state))}`}>{t('search.clear')}</a>
      </li>
    </ul>
  );
}

/** What the words stand for; each can be taken out of the search. */
function Reading({ context, state, answer }: SearchProps): ReactNode {
  const { language, t } = context;
  if (answer.chips.length === 0) return null;
  return (
    <ul className="chips reading" aria-label={t('search.reading')}>
      {answer.chips.map(({ kind, words, label, without }) => (
        <li key={`${kind} ${words}`}>
          <a
            className="chip"
            href={`${addresses.vacancies[language]}${addressQuery({ ...state, q: without })}`}
            aria-label={t('search.reading.remove', { what: `${t(`search.kind.${kind}`)}: ${label[language]}` })}
            rel="nofollow"
          >
            {t(`search.kind.${kind}`)}: {label[language]} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Follow the search: in a news reader, or by what the system tells. */
function Keep({ context, state, isSeeker }: Omit<SearchPageProps, 'answer'>): ReactNode {
  const { language, t, visitor } = context;
  return (
    <div className="keep">
      {isSeeker && visitor && (
        <form method="post" action={saveSearchAddress(language)}>
          <input type="hidden" name="csrfToken" value={visitor.csrfToken} />
          <input type="hidden" name="search" value={addressQuery({ ...state, sort: 'relevance' })} />
          <button className="quiet">{t('search.save')}</button>
        </form>
      )}
      <p>
        <a href={`${feedAddress(language)}${addressQuery(state)}`} rel="nofollow">
          {t('search.feed')}
        </a>
      </p>
    </div>
  );
}

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
  const fit = item.match
    ? item.match.eligibility === 'not-met'
      ? t('search.fit.notMet')
      : t('search.fit', { fit: item.match.fit })
    : null;
  const facts = [
    fit,
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

function Nothing({ context, state, answer }: SearchProps): ReactNode {
  const { language, t, labels } = context;
  const base = addresses.vacancies[language];
  const { relaxations } = answer;
  return (
    <div className="empty">
      <h3>{t('search.empty.title')}</h3>
      {relaxations.length > 0 ? (
        <>
          <p>{t('search.relax')}</p>
          <ul>
            {relaxations.map((relaxation) => (
              <li key={`${relaxation.filter} ${relaxation.q}`}>
                <a href={`${base}${addressQuery(relaxed(state, relaxation))}`} rel="nofollow">
                  {relaxationText(context, relaxation)}
                </a>
                {': '}
                {relaxation.total === 1
                  ? t('search.count.one')
                  : t('search.relax.count', { count: labels.number(relaxation.total) })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ul>
          {chipNames.some((name) => chosen(state, name).length > 0) && <li>{t('search.empty.filters')}</li>}
          {state.q && <li>{t('search.empty.words')}</li>}
        </ul>
      )}
      <p>
        <a className="button secondary" href={base}>
          {t('search.empty.all')}
        </a>
      </p>
    </div>
  );
}

function relaxationText({ t, language }: PageContext, { filter, q, label }: Relaxation): string {
  if (filter !== 'q')
    return t('search.relax.filter', { filter: label?.[language] ?? t(`facet.${filter === 'km' ? 'near' : filter}`) });
  if (q === '') return t('search.relax.noWords');
  return label ? t('search.relax.word', { word: label[language] }) : t('search.relax.q', { q });
}

function Paging({
  context,
  state,
  total,
}: {
  readonly context: PageContext;
  readonly state: SearchState;
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
