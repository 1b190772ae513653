import { wishes as wishesSchema } from '#contracts';
import { Taxonomy, TextReader } from '#taxonomy';
import { Inject, Injectable } from '@nestjs/common';
import { usableWishes } from '../wishes/wish-rules.js';
import type { Cv, CvFormat, Warning } from './cv.js';
import { CvText } from './cv-text.js';
import { refuseHostile } from './document-limits.js';
import { readEuropass } from './europass.js';
import { readExtension, type CvExtension } from './extension.js';
import { exportedFacts } from './exported-facts.js';
import { FactCollector } from './fact-collector.js';
import { readJsonResume } from './json-resume.js';
import { readContact, readHome } from './read-contact.js';
import { readEducation } from './read-education.js';
import { readCertificates, readDrivingLicences, readLanguages, readPassages, readSkills } from './read-skills.js';
import { occupationOf, readWork } from './read-work.js';
import type { CvReading, ReadContact } from './reading.js';
import type { SectionContext } from './section-context.js';

const longestHeadline = 200;

/** Reads CV documents; pure but for the day that it is told. */
@Injectable()
export class CvReader {
  constructor(
    @Inject(Taxonomy) private readonly taxonomy: Taxonomy,
    @Inject(TextReader) private readonly reader: TextReader,
  ) {}

  /**
   * @param today the day in Sweden, to which what goes on is counted.
   * @throws DomainError `invalid-input` with pointers below `/document` for a document that is broken, hostile, or of another format.
   */
  read(format: CvFormat, document: Readonly<Record<string, unknown>>, today: string): CvReading {
    refuseHostile(document);
    const cv = format === 'europass' ? readEuropass(document) : readJsonResume(document);
    const extension = format === 'europass' ? null : readExtension(document);
    const warnings = [...cv.warnings];
    const contact = extension?.contact ?? readContact(cv.contact, warnings);
    const language = extension?.language ?? cv.language ?? this.reader.detectLanguage(sample(cv));
    const context = { language, today, warnings, contact };
    const read = extension?.facts ? this.exported(extension, warnings) : this.sections(format, cv, context);
    return {
      contact,
      namePointer: cv.namePointer,
      home: this.home(cv, extension, warnings),
      headline: extension?.headline ?? headlineOf(cv, warnings),
      summary: extension?.summary ?? cv.summary?.text ?? null,
      language,
      ...read,
      wishes: this.wishes(cv, extension, context),
      notice: extension?.notice ?? null,
      household: extension?.household ?? null,
      status: extension?.status ?? null,
      warnings,
    };
  }

  private exported(extension: CvExtension, warnings: Warning[]): Pick<CvReading, 'facts' | 'cv'> {
    const cv = extension.cv ?? null;
    return { cv, facts: exportedFacts(extension.facts ?? [], cv?.text ?? '', this.taxonomy, warnings) };
  }

  private sections(
    format: CvFormat,
    cv: Cv,
    { contact, ...shared }: Pick<SectionContext, 'language' | 'today' | 'warnings'> & { contact: ReadContact },
  ): Pick<CvReading, 'facts' | 'cv'> {
    const text = new CvText();
    const facts = new FactCollector(contact);
    const context: SectionContext = { text, facts, taxonomy: this.taxonomy, reader: this.reader, ...shared };
    const headline = cv.headline && text.line(cv.headline.text);
    if (cv.summary) text.passages([cv.summary]);
    readWork(cv.work, context);
    const occupation = cv.headline && occupationOf(context, cv.headline.text);
    if (headline && occupation)
      facts.add({ kind: 'occupation', conceptId: occupation, words: headline.quote, span: headline });
    readEducation(cv.education, context);
    readSkills(cv.skills, context);
    readLanguages(cv.languages, context);
    readDrivingLicences(cv.drivingLicences, context);
    readCertificates(cv.certificates, context);
    text.section(context.language === 'sv' ? 'Övrigt' : 'Other', () => text.passages(cv.texts));
    readPassages(context);
    return { facts: facts.all(), cv: { format, text: text.toString() } };
  }

  private home(cv: Cv, extension: CvExtension | null, warnings: Warning[]): CvReading['home'] {
    const code = extension?.homeMunicipality;
    if (code && this.taxonomy.municipality(code)) return { homeMunicipality: code, homeCountry: 'SE' };
    if (code) warnings.push({ pointer: '/meta/rallare/homeMunicipality', detail: 'no such municipality' });
    return readHome(cv, this.taxonomy, warnings);
  }

  private wishes(
    cv: Cv,
    extension: CvExtension | null,
    context: { today: string; warnings: Warning[] },
  ): CvReading['wishes'] {
    if (extension?.wishes) {
      const pointer = '/meta/rallare/wishes';
      const { wishes, warnings } = usableWishes(extension.wishes, {
        taxonomy: this.taxonomy,
        today: context.today,
        pointer,
      });
      context.warnings.push(...warnings);
      return wishes;
    }
    if (!cv.wantedOccupation) return null;
    const wanted = occupationOf({ taxonomy: this.taxonomy, reader: this.reader }, cv.wantedOccupation.text);
    if (!wanted)
      context.warnings.push({ pointer: cv.wantedOccupation.pointer, detail: 'no occupation known by this title' });
    return wanted ? wishesSchema.parse({ occupations: [wanted] }) : null;
  }
}

/** Enough of a CV's words to tell its language by. */
function sample(cv: Cv): string {
  const pieces = [
    cv.headline,
    cv.summary,
    ...cv.work.flatMap(({ position, texts }) => [position, ...texts]),
    ...cv.education.flatMap(({ title, field, texts }) => [title, field, ...texts]),
    ...cv.skills.flatMap(({ name, level, keywords }) => [name, level, ...keywords]),
    ...cv.languages.flatMap(({ name, fluency }) => [name, fluency]),
    ...cv.certificates,
    ...cv.texts,
  ];
  return pieces
    .map((piece) => piece?.text ?? '')
    .join('\n')
    .slice(0, 20_000);
}

function headlineOf({ headline }: Cv, warnings: Warning[]): string | null {
  if (!headline || headline.text.length <= longestHeadline) return headline?.text ?? null;
  warnings.push({ pointer: headline.pointer, detail: `longer than ${longestHeadline} characters` });
  return null;
}
