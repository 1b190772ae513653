import type { VacancySearchAnswer } from '#contracts';
import type { PageContext } from './page-context.js';
import type { FilterName } from './search-state.js';

/** What a facet's value is called in the page's language. */
export function facetValueLabel(
  { t, labels, language }: PageContext,
  answer: VacancySearchAnswer,
  name: FilterName,
  value: string,
): string {
  switch (name) {
    case 'municipality':
      return labels.municipality(value);
    case 'county':
      return labels.county(value);
    case 'remote':
      return t(value === 'true' ? 'value.remote.true' : 'value.remote.false');
    case 'language':
      return t(value === 'en' ? 'value.language.en' : 'value.language.sv');
    case 'employer':
      return (
        answer.facets.employer?.find((one) => one.value === value)?.label[language] ??
        answer.items.find(({ employer }) => employer.id === value)?.employer.name ??
        value
      );
    default:
      return labels.concept(value) ?? value;
  }
}
