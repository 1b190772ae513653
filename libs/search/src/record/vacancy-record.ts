import { type VacancyDocument } from '../search-documents.js';
import {
  checkedIdentity,
  dayOf,
  facetValues,
  instantOf,
  type RecordKind,
  type SearchRecord,
  searchText,
} from './search-record.js';

export const VACANCIES: RecordKind<VacancyDocument> = {
  name: 'vacancies',
  facets: [
    'municipality',
    'county',
    'labourMarketRegion',
    'occupationField',
    'occupationGroup',
    'occupation',
    'employer',
    'employmentType',
    'extent',
    'remote',
    'noExperience',
    'salaryStated',
    'publishedDay',
    'language',
    'concept',
  ],
  sorts: ['relevance', 'newest', 'deadline'],
  version: 2,
  toRecord: toVacancyRecord,
};

function toVacancyRecord(vacancy: VacancyDocument): SearchRecord {
  const extentMin = vacancy.extentMin ?? vacancy.extentMax;
  const extentMax = vacancy.extentMax ?? vacancy.extentMin;
  const published = instantOf('publishedAt', vacancy.publishedAt);
  return {
    ...checkedIdentity(vacancy),
    headline: searchText(vacancy.headline),
    employerName: searchText(vacancy.employerName),
    labels: searchText(...vacancy.occupationLabels, ...vacancy.municipalityNames),
    concepts: searchText(...vacancy.conceptLabels),
    text: searchText(vacancy.text),
    facets: {
      municipality: facetValues(...vacancy.municipalityCodes),
      county: facetValues(...vacancy.countyCodes),
      labourMarketRegion: facetValues(...vacancy.labourMarketRegionIds),
      occupationField: facetValues(vacancy.occupationFieldId),
      occupationGroup: facetValues(vacancy.occupationGroupId),
      occupation: facetValues(vacancy.occupationId),
      employer: facetValues(vacancy.employerId),
      employmentType: facetValues(vacancy.employmentTypeId),
      extent: [
        ...(extentMax !== null && extentMax >= 100 ? ['full'] : []),
        ...(extentMin !== null && extentMin < 100 ? ['part'] : []),
      ],
      remote: [String(vacancy.remote)],
      noExperience: [String(vacancy.noExperience)],
      salaryStated: [String(vacancy.salaryStated)],
      publishedDay: [new Date(published).toISOString().slice(0, 10)],
      language: [vacancy.language],
      concept: facetValues(...vacancy.conceptIds),
    },
    demo: vacancy.demo,
    extentMin,
    extentMax,
    published,
    deadline: vacancy.deadline === null ? null : dayOf('deadline', vacancy.deadline),
    coordinates: vacancy.coordinates,
  };
}
