import type { ReactNode } from 'react';
import { addresses } from './addresses.js';
import { facetValueLabel } from './facet-labels.js';
import type { SearchProps } from './search-page.js';
import { addressQuery, chosen, filterNames, withFilter, withoutFilter, type FilterName } from './search-state.js';

const shownAtFirst = 8;

/** Filters with counts, as links: they work without a script, and each is an address. */
export function SearchFilters({ context, state, answer }: SearchProps): ReactNode {
  return (
    <aside className="filters" aria-labelledby="filters">
      <h2 id="filters">{context.t('search.filters')}</h2>
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
