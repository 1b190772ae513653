import { invalidInput } from '#platform';
import type { Cv, CvEducation, CvLanguage, CvWork, Period, Piece, Warning } from './cv.js';
import { parseDocument } from './document-parts.js';
import { bareSchema, passportSchema, type EuropassPeriod, type Learner } from './europass.schema.js';
import { languageLevel } from './levels.js';
import { endAfter, monthIndex } from './periods.js';

/**
 * Reads a Europass JSON 3.4 document.
 * @throws DomainError `invalid-input` with pointers where a part that is used has another type, or where there is none.
 */
export function readEuropass(document: Readonly<Record<string, unknown>>): Cv {
  if ('SkillsPassport' in document) {
    const { Locale, LearnerInfo } = parseDocument(passportSchema, document).SkillsPassport;
    return readLearner(LearnerInfo, Locale, '/SkillsPassport/LearnerInfo');
  }
  if ('LearnerInfo' in document) {
    const { Locale, LearnerInfo } = parseDocument(bareSchema, document);
    return readLearner(LearnerInfo, Locale, '/LearnerInfo');
  }
  throw invalidInput([{ pointer: '/document', detail: 'no Europass 3.4: it has no SkillsPassport' }]);
}

function readLearner(learner: Learner, locale: string | undefined, root: string): Cv {
  const { Identification: person, Headline: headline, Skills: skills } = learner;
  const warnings: Warning[] = [];
  const address = person?.ContactInfo?.Address?.Contact;
  const at = `${root}/Identification`;
  const name = [person?.PersonName?.FirstName, person?.PersonName?.Surname].filter(Boolean).join(' ');
  const phone = person?.ContactInfo?.Telephone.findIndex((one) => one?.Contact) ?? -1;
  const wanted = ['job_applied_for', 'preferred_job'].includes(headline?.Type?.Code ?? '');
  const said = piece(headline?.Description?.Label, `${root}/Headline/Description/Label`);
  return {
    language: languageOfLocale(locale),
    contact: {
      name: piece(name, `${at}/PersonName`),
      email: piece(person?.ContactInfo?.Email?.Contact, `${at}/ContactInfo/Email/Contact`),
      phone: piece(person?.ContactInfo?.Telephone[phone]?.Contact, `${at}/ContactInfo/Telephone/${phone}/Contact`),
    },
    namePointer: `${at}/PersonName`,
    places: (['Municipality', 'PostalCode'] as const).flatMap((field) =>
      pieces(address?.[field], `${at}/ContactInfo/Address/Contact/${field}`),
    ),
    country: piece(address?.Country?.Code ?? address?.Country?.Label, `${at}/ContactInfo/Address/Contact/Country`),
    headline: wanted || headline?.Type?.Code === 'studies_applied_for' ? null : said,
    wantedOccupation: wanted ? said : null,
    summary: null,
    work: learner.WorkExperience.flatMap((entry, index) =>
      entry ? [workOf(entry, `${root}/WorkExperience/${index}`, warnings)] : [],
    ),
    education: learner.Education.flatMap((entry, index) =>
      entry ? [educationOf(entry, `${root}/Education/${index}`, warnings)] : [],
    ),
    skills: [],
    languages: languagesOf(skills, `${root}/Skills/Linguistic`),
    certificates: [
      ...certificatesOf(skills?.Computer?.Certificate ?? [], `${root}/Skills/Computer/Certificate`),
      ...certificatesOf(skills?.Computer?.VerifiedBy ?? [], `${root}/Skills/Computer/VerifiedBy`),
    ],
    drivingLicences: (skills?.Driving?.Description ?? []).flatMap((entry, index) =>
      pieces(entry?.Licence, `${root}/Skills/Driving/Description/${index}`),
    ),
    texts: [
      ...(['Communication', 'Organisational', 'JobRelated', 'Computer', 'Other'] as const).flatMap((field) =>
        pieces(skills?.[field]?.Description, `${root}/Skills/${field}/Description`),
      ),
      ...learner.Achievement.flatMap((entry, index) =>
        pieces(entry?.Description, `${root}/Achievement/${index}/Description`),
      ),
    ],
    warnings,
  };
}

const piece = (text: string | undefined, pointer: string): Piece | null => (text ? { text, pointer } : null);
const pieces = (text: string | undefined, pointer: string): Piece[] => (text ? [{ text, pointer }] : []);

function languageOfLocale(locale: string | undefined): Cv['language'] {
  const code = locale?.slice(0, 2).toLowerCase();
  return code === 'sv' || code === 'en' ? code : null;
}

function workOf(entry: NonNullable<Learner['WorkExperience'][number]>, pointer: string, warnings: Warning[]): CvWork {
  return {
    position: piece(entry.Position?.Label, `${pointer}/Position/Label`),
    employer: entry.Employer?.Name ?? null,
    period: periodOf(entry.Period, `${pointer}/Period`, warnings),
    texts: pieces(entry.Activities, `${pointer}/Activities`),
  };
}

function educationOf(
  entry: NonNullable<Learner['Education'][number]>,
  pointer: string,
  warnings: Warning[],
): CvEducation {
  const level = Number(entry.Level?.Code);
  return {
    title: piece(entry.Title, `${pointer}/Title`),
    field: piece(entry.Field?.Label, `${pointer}/Field/Label`),
    frameworkLevel: level >= 1 && level <= 8 ? level : null,
    school: entry.Organisation?.Name ?? null,
    period: periodOf(entry.Period, `${pointer}/Period`, warnings),
    texts: pieces(entry.Activities, `${pointer}/Activities`),
    pointer,
  };
}

/** A language that is no mother tongue has five levels: the lowest is what can be relied on. */
function languagesOf(skills: Learner['Skills'], root: string): CvLanguage[] {
  const named = (
    description: { Code?: string | undefined; Label?: string | undefined } | undefined,
    pointer: string,
  ) => {
    const words = description?.Label ?? description?.Code;
    if (!words) return [];
    const code = description?.Code?.toLowerCase() ?? null;
    return [{ name: { text: words, pointer: `${pointer}/Description` }, code }];
  };
  const mother = (skills?.Linguistic?.MotherTongue ?? []).flatMap((entry, index) => {
    const pointer = `${root}/MotherTongue/${index}`;
    return named(entry?.Description, pointer).map((one) => ({ ...one, fluency: { text: 'C2', pointer } }));
  });
  const foreign = (skills?.Linguistic?.ForeignLanguage ?? []).flatMap((entry, index) => {
    const pointer = `${root}/ForeignLanguage/${index}`;
    const [lowest] = Object.values(entry?.ProficiencyLevel ?? {})
      .filter((level) => level !== undefined && languageLevel(level) !== null)
      .sort();
    return named(entry?.Description, pointer).map((one) => ({
      ...one,
      fluency: piece(lowest, `${pointer}/ProficiencyLevel`),
    }));
  });
  return [...mother, ...foreign];
}

const certificatesOf = (
  certificates: readonly (
    { Title?: string | undefined; Certificate?: { Title?: string | undefined } | undefined } | undefined
  )[],
  pointer: string,
): Piece[] =>
  certificates.flatMap((entry, index) => pieces(entry?.Title ?? entry?.Certificate?.Title, `${pointer}/${index}`));

function periodOf(period: EuropassPeriod, pointer: string, warnings: Warning[]): Period {
  const month = (name: 'From' | 'To'): number | null => {
    const date = period?.[name];
    if (date?.Year === undefined) return null;
    const read = monthIndex(date.Year, date.Month ?? null);
    if (read === null) warnings.push({ pointer: `${pointer}/${name}`, detail: 'not a date' });
    return read;
  };
  const from = month('From');
  const last = month('To');
  const to = last === null ? null : endAfter(last, period?.To?.Month === undefined);
  if (from !== null && to !== null && to < from)
    warnings.push({ pointer: `${pointer}/To`, detail: 'lies before the start' });
  const ongoing = period?.Current === true || (from !== null && period?.To?.Year === undefined);
  const words = from === null && to === null ? null : `${dateWords(period?.From)} – ${dateWords(period?.To)}`.trim();
  return { from, to, ongoing, words };
}

function dateWords(date: { Year?: number | undefined; Month?: number | undefined } | undefined): string {
  if (date?.Year === undefined) return '';
  return date.Month === undefined ? String(date.Year) : `${date.Year}-${String(date.Month).padStart(2, '0')}`;
}
