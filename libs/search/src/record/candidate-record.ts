import { type CandidateDocument } from '../search-documents.js';
import { checkedIdentity, facetValues, type RecordKind, type SearchRecord, searchText } from './search-record.js';

export const CANDIDATES: RecordKind<CandidateDocument> = {
  name: 'candidates',
  facets: ['municipality', 'county', 'concept', 'willingToMove'],
  sorts: ['relevance'],
  version: 1,
  toRecord: toCandidateRecord,
};

function toCandidateRecord(candidate: CandidateDocument): SearchRecord {
  return {
    ...checkedIdentity(candidate),
    headline: '',
    employerName: '',
    labels: '',
    concepts: searchText(...candidate.conceptLabels),
    text: '',
    facets: {
      municipality: facetValues(candidate.municipalityCode),
      county: facetValues(candidate.countyCode),
      concept: facetValues(...candidate.conceptIds),
      willingToMove: [String(candidate.willingToMove)],
    },
    demo: candidate.demo,
    extentMin: null,
    extentMax: null,
    published: 0,
    deadline: null,
    coordinates: null,
  };
}
