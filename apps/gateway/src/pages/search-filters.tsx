import type { ReactNode } from 'react';
import { addresses } from '#site';
import { facetValueLabel, usualKm } from './facet-labels.js';
import type { SearchProps } from './search-page.js';
import {
  addressFields,
  addressQuery,
  chosen,
  filterNames,
  withFilter,
  withoutFilter,
  type FilterName,
} from './search-state.js';

const shownAtFirst = 8;

/** Filters with counts, as links: they work without a script, and each is an address. */
export function SearchFilters({ context, state, answer }: SearchProps): ReactNode {
  return (
    <aside className="filters" aria-labelledby="filters">
      <h2 id="filters">{context.t('search.filters')}</h2>
      <Distance context={context} state={state} answer={answer} />
      {filterNames.map((name) => (
        <Facet key={name} name={name} context={context} state={state} answer={answer} />
      ))}
    </aside>
  );
}

function Facet({ name, context, state, answer }: SearchProps & { readonly name: FilterName }): ReactNode {
  const values = (answer.facets[name] ?? []).filter(
    ({ value, count }) => count > 0 || chosen(state, name).includes(value),
  );
  if (values.length === 0) return null;
  const isOpen = name === 'municipality' || name === 'occupationField' || chosen(state, name).length > 0;
  return (
    <details open={isOpen}>
      <summary>{context.t(`facet.${name}`)}</summary>
      <FacetValues name={name} values={values.slice(0, shownAtFirst)} context={context} state={state} answer={answer} />
      {values.length > shownAtFirst && (
        <details className="more">
          <summary>{context.t('search.more')}</summary>
          <FacetValues
            name={name}
            values={values.slice(shownAtFirst)}
            context={context}
            state={state}
            answer={answer}
          />
        </details>
      )}
    </details>
  );
}

interface FacetValuesProps extends SearchProps {
  readonly name: FilterName;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

function FacetValues({ name, values, context, state, answer }: FacetValuesProps): ReactNode {
  const selected = chosen(state, name);
  return (
    <ul>
      {values.map(({ value, count }) => {
        const isOn = selected.includes(value);
        const next = isOn ? withoutFilter(state, name, value) : withFilter(state, name, value);
        return (
          <li key={value}>
            <a
              href={`${addresses.vacancies[context.language]}${addressQuery(next)}`}
              aria-current={isOn ? 'true' : undefined}
              rel="nofollow"
            >
              <span className="box" aria-hidden="true">
                {isOn ? '✓' : ''}
              </span>
              {facetValueLabel(context, answer, name, value)}
              <span className="count">{context.labels.number(count)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

const distances = [10, 25, 50, 100, 150, 200];

/** A circle around a municipality, as a form: it works without a script. */
function Distance({ context, state }: SearchProps): ReactNode {
  const { t, labels, language } = context;
  return (
    <details open={state.near !== undefined}>
      <summary>{t('search.near')}</summary>
      <form method="get" action={addresses.vacancies[language]} className="distance">
        {addressFields({ ...state, near: undefined, km: undefined }).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="near">{t('search.near.place')}</label>
        <select id="near" name="near" defaultValue={state.near ?? ''}>
          <option value="">{t('search.near.none')}</option>
          {labels.homeMunicipalities().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor="km">{t('search.near.km')}</label>
        <select id="km" name="km" defaultValue={state.km ?? usualKm}>
          {[...new Set([...distances, state.km ?? usualKm])]
            .sort((a, b) => a - b)
            .map((km) => (
              <option key={km} value={km}>
                {km}
              </option>
            ))}
        </select>
        <button className="quiet">{t('search.apply')}</button>
      </form>
    </details>
  );
}
