/** A published vacancy as it is searched. Instants are ISO 8601 in UTC, days are `YYYY-MM-DD`, extents are percent of full time. */
export interface VacancyDocument {
  id: string;
  revision: number;
  headline: string;
  text: string;
  employerId: string;
  employerName: string;
  occupationId: string | null;
  occupationGroupId: string | null;
  occupationFieldId: string | null;
  /** Labels of the occupation in Swedish and English, with alternative ones. */
  occupationLabels: string[];
  conceptIds: string[];
  conceptLabels: string[];
  municipalityCodes: string[];
  /** With the names in other languages of the region (Kiruna, Giron, Kiiruna) and of the wider places that they lie in. */
  municipalityNames: string[];
  countyCodes: string[];
  labourMarketRegionIds: string[];
  /** WGS 84 degrees. */
  coordinates: { lat: number; lon: number } | null;
  remote: boolean;
  /** True when the vacancy says that no experience is needed. */
  noExperience: boolean;
  salaryStated: boolean;
  extentMin: number | null;
  extentMax: number | null;
  employmentTypeId: string | null;
  positions: number;
  publishedAt: string;
  /** Last day to apply; the vacancy is not found on later days. */
  deadline: string | null;
  language: 'sv' | 'en';
  demo: boolean;
}

/** A person as they are searched by employers: a pseudonym, what they can and where; no name, no contact, no free text. */
export interface CandidateDocument {
  id: string;
  revision: number;
  conceptIds: string[];
  conceptLabels: string[];
  municipalityCode: string | null;
  countyCode: string | null;
  willingToMove: boolean;
  demo: boolean;
}
