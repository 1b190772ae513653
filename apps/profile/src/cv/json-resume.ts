import { invalidInput } from '#platform';
import { z } from 'zod';
import type { Cv, CvEducation, CvLanguage, CvSkill, CvWork, Period, Piece, Warning } from './cv.js';
import { list, parseDocument, part, prose, words } from './document-parts.js';
import { endAfter, isYearOnly, readMonth } from './periods.js';

const texts = list(prose);
const dates = { startDate: words, endDate: words };

/** The parts of JSON Resume 1.x that are used; what else there is, is left alone. */
const schema = z.object({
  basics: part({
    name: words,
    label: words,
    email: words,
    phone: words,
    summary: prose,
    location: part({ city: words, region: words, postalCode: words, countryCode: words }),
  }),
  work: list(part({ name: words, position: words, summary: prose, description: prose, highlights: texts, ...dates })),
  volunteer: list(part({ organization: words, position: words, summary: prose, highlights: texts })),
  education: list(part({ institution: words, area: words, studyType: words, courses: texts, ...dates })),
  certificates: list(part({ name: words })),
  skills: list(part({ name: words, level: words, keywords: list(words) })),
  languages: list(part({ language: words, fluency: words })),
  projects: list(part({ name: words, description: prose, highlights: texts, keywords: list(words) })),
});

const sections = Object.keys(schema.shape);

/**
 * Reads a JSON Resume document.
 * @throws DomainError `invalid-input` with pointers where a part that is used has another type, or where there is none.
 */
export function readJsonResume(document: Readonly<Record<string, unknown>>): Cv {
  if (!sections.some((section) => section in document))
    throw invalidInput([{ pointer: '/document', detail: `no JSON Resume: it has none of ${sections.join(', ')}` }]);
  const { basics, ...resume } = parseDocument(schema, document);
  const warnings: Warning[] = [];
  const location = basics?.location;
  const place = (name: 'city' | 'region' | 'postalCode'): Piece[] =>
    pieces(location?.[name], `/basics/location/${name}`);
  return {
    language: null,
    contact: {
      name: piece(basics?.name, '/basics/name'),
      email: piece(basics?.email, '/basics/email'),
      phone: piece(basics?.phone, '/basics/phone'),
    },
    namePointer: '/basics/name',
    places: [...place('city'), ...place('region'), ...place('postalCode')],
    country: piece(location?.countryCode, '/basics/location/countryCode'),
    headline: piece(basics?.label, '/basics/label'),
    wantedOccupation: null,
    summary: piece(basics?.summary, '/basics/summary'),
    work: entries(resume.work, '/work', (entry, pointer): CvWork => ({
      position: piece(entry.position, `${pointer}/position`),
      employer: entry.name ?? null,
      period: periodOf(entry, pointer, warnings),
      texts: [
        ...pieces(entry.summary, `${pointer}/summary`),
        ...pieces(entry.description, `${pointer}/description`),
        ...items(entry.highlights, `${pointer}/highlights`),
      ],
    })),
    education: entries(resume.education, '/education', (entry, pointer): CvEducation => ({
      title: piece(entry.studyType, `${pointer}/studyType`),
      field: piece(entry.area, `${pointer}/area`),
      frameworkLevel: null,
      school: entry.institution ?? null,
      period: periodOf(entry, pointer, warnings),
      texts: items(entry.courses, `${pointer}/courses`),
      pointer,
    })),
    skills: entries(resume.skills, '/skills', (entry, pointer): CvSkill => ({
      name: piece(entry.name, `${pointer}/name`),
      level: piece(entry.level, `${pointer}/level`),
      keywords: items(entry.keywords, `${pointer}/keywords`),
    })),
    languages: entries(resume.languages, '/languages', (entry, pointer) => languageOf(entry, pointer)).flat(),
    certificates: entries(resume.certificates, '/certificates', ({ name }, pointer) =>
      pieces(name, `${pointer}/name`),
    ).flat(),
    drivingLicences: [],
    texts: [
      ...entries(resume.volunteer, '/volunteer', (entry, pointer) => [
        ...pieces(entry.position, `${pointer}/position`),
        ...pieces(entry.summary, `${pointer}/summary`),
        ...items(entry.highlights, `${pointer}/highlights`),
      ]).flat(),
      ...entries(resume.projects, '/projects', (entry, pointer) => [
        ...pieces(entry.name, `${pointer}/name`),
        ...pieces(entry.description, `${pointer}/description`),
        ...items(entry.highlights, `${pointer}/highlights`),
        ...items(entry.keywords, `${pointer}/keywords`),
      ]).flat(),
    ],
    warnings,
  };
}

const piece = (text: string | undefined, pointer: string): Piece | null => (text ? { text, pointer } : null);
const pieces = (text: string | undefined, pointer: string): Piece[] => (text ? [{ text, pointer }] : []);
const items = (texts: readonly (string | undefined)[], pointer: string): Piece[] =>
  texts.flatMap((text, index) => pieces(text, `${pointer}/${index}`));

/** Reads the entries of a section; those that are null are passed over. */
const entries = <Entry, Read>(
  section: readonly (Entry | undefined)[],
  pointer: string,
  read: (entry: Entry, pointer: string) => Read,
): Read[] => section.flatMap((entry, index) => (entry === undefined ? [] : [read(entry, `${pointer}/${index}`)]));

function languageOf(
  { language, fluency }: { language?: string | undefined; fluency?: string | undefined },
  pointer: string,
): CvLanguage[] {
  if (!language) return [];
  return [
    {
      name: { text: language, pointer: `${pointer}/language` },
      code: null,
      fluency: piece(fluency, `${pointer}/fluency`),
    },
  ];
}

/** JSON Resume says "still going on" by leaving the end out. */
function periodOf(
  { startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined },
  pointer: string,
  warnings: Warning[],
): Period {
  const month = (value: string | undefined, name: string): number | null => {
    const read = value === undefined ? null : readMonth(value);
    if (value !== undefined && read === null) warnings.push({ pointer: `${pointer}/${name}`, detail: 'not a date' });
    return read;
  };
  const from = month(startDate, 'startDate');
  const last = month(endDate, 'endDate');
  const to = last === null ? null : endAfter(last, isYearOnly(endDate!));
  if (from !== null && to !== null && to < from)
    warnings.push({ pointer: `${pointer}/endDate`, detail: 'lies before the start' });
  const ongoing = from !== null && endDate === undefined;
  return { from, to, ongoing, words: startDate || endDate ? `${startDate ?? ''} – ${endDate ?? ''}`.trim() : null };
}
