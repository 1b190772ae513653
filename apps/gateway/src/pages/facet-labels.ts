import type { VacancySearchAnswer } from '#contracts';
import type { PageContext } from './page-context.js';
import type { ChipName, SearchState } from './search-state.js';

export const usualKm = 50;

/** What a facet's value is called in the page's language. */
export function facetValueLabel(
  { t, labels, language }: PageContext,
  answer: VacancySearchAnswer,
  name: ChipName,
  value: string,
): string {
  switch (name) {
    case 'municipality':
    case 'near':
      return labels.municipality(value);
    case 'county':
      return labels.county(value);
    case 'remote':
      return t(value === 'true' ? 'value.remote.true' : 'value.remote.false');
    case 'language':
      return t(value === 'en' ? 'value.language.en' : 'value.language.sv');
    case 'extent':
      return t(value === 'full' ? 'value.extent.full' : 'value.extent.part');
    case 'extentMin':
      return t('value.extentMin', { percent: value });
    case 'extentMax':
      return t('value.extentMax', { percent: value });
    case 'noExperience':
    case 'salaryStated':
    case 'publishedAfter':
      return labelIn(answer, name, value)?.[language] ?? labelOfTerm(t, (day) => labels.day(day), name, value);
    case 'employer':
      return (
        labelIn(answer, name, value)?.[language] ??
        answer.items.find(({ employer }) => employer.id === value)?.employer.name ??
        value
      );
    default:
      return labels.concept(value) ?? value;
  }
}

/** What a chip says: a place to be near says how near. */
export function chipLabel(
  context: PageContext,
  state: SearchState,
  answer: VacancySearchAnswer,
  name: ChipName,
  value: string,
): string {
  const label = facetValueLabel(context, answer, name, value);
  return name === 'near' ? context.t('value.near', { km: state.km ?? usualKm, place: label }) : label;
}

const labelIn = (
  { facets }: VacancySearchAnswer,
  name: 'noExperience' | 'salaryStated' | 'publishedAfter' | 'employer',
  value: string,
) => facets[name]?.find((one) => one.value === value)?.label;

function labelOfTerm(
  t: PageContext['t'],
  day: (iso: string) => string,
  name: 'noExperience' | 'salaryStated' | 'publishedAfter',
  value: string,
): string {
  if (name === 'publishedAfter') return t('value.publishedAfter', { day: day(value) });
  return value === 'true' ? t(`facet.${name}`) : t('value.not', { what: t(`facet.${name}`) });
}
