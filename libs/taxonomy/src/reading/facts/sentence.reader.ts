import type { ReadableTaxonomy } from '../concepts/concept-forms.js';
import { ConceptLexicon } from '../concepts/concept-lexicon.js';
import { ConditionReader } from './condition.reader.js';
import { demandObjects } from './demand-objects.js';
import { DrivingLicenceReader } from './driving-licence.reader.js';
import { EducationReader } from './education.reader.js';
import { ExperienceReader } from './experience.reader.js';
import type { Finding } from './finding.js';
import { LanguageReader } from './language.reader.js';
import { ObjectReader } from './object.reader.js';
import { ProfessionalLicenceReader } from './professional-licence.reader.js';
import type { SentenceContext } from './sentence-context.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { TraitReader } from './trait.reader.js';
import { WorkPermitReader } from './work-permit.reader.js';
import { readYears } from './years.reader.js';

/** Reads what one sentence names: licences, languages, education and permits by their own rules, skills and occupations from the taxonomy. */
export class SentenceReader {
  readonly lexicon: ConceptLexicon;
  private readonly drivingLicences: DrivingLicenceReader;
  private readonly professionalLicences: ProfessionalLicenceReader;
  private readonly languages: LanguageReader;
  private readonly education: EducationReader;
  private readonly workPermits: WorkPermitReader;
  private readonly experience: ExperienceReader;
  private readonly objects: ObjectReader;
  readonly conditions = new ConditionReader();
  private readonly traits = new TraitReader();

  constructor(taxonomy: ReadableTaxonomy) {
    this.lexicon = new ConceptLexicon(taxonomy);
    this.drivingLicences = new DrivingLicenceReader(taxonomy);
    this.professionalLicences = new ProfessionalLicenceReader(taxonomy);
    this.languages = new LanguageReader(this.lexicon);
    this.education = new EducationReader(taxonomy);
    this.experience = new ExperienceReader(this.lexicon);
    this.objects = new ObjectReader(this.lexicon);
    this.workPermits = new WorkPermitReader(taxonomy);
  }

  read(source: SourceText, range: TokenRange, context: SentenceContext): Finding[] {
    const years = readYears(source, range);
    const own = [
      ...(context.traits ? this.conditions.read(source, range) : []),
      ...this.drivingLicences.read(source, range),
      ...this.professionalLicences.read(source, range),
      ...this.languages.read(source, range, context.languages, (index) => context.strength(index) === 3),
      ...this.education.read(source, range).filter((one) => !this.isCertificate(source, one)),
      ...this.workPermits.read(source, range),
      ...(context.traits ? this.experience.read(source, range, years, context.strength, context.occupationId) : []),
      ...(context.traits ? this.traits.read(source, range, (index) => context.strength(index) === 1) : []),
    ];
    const taken = new Set<number>();
    for (const one of own) for (let at = one.from; at < one.to; at += 1) taken.add(at);
    const objects = demandObjects(source, range, context.head, context.isCue, years);
    const named = objects.flatMap((object) => this.objects.read(source, object, context, taken, years));
    return [...own, ...named]
      .filter((one) => context.strength(one.from) > 0)
      .sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** A course that the taxonomy knows as a skill or certificate ("traversutbildning") is that. */
  private isCertificate(source: SourceText, found: Finding): boolean {
    return (
      found.rule === 'education/no-level' &&
      found.to - found.from === 1 &&
      this.lexicon.formAt(source, found.from)?.forms.some((form) => form.kind === 'skill') === true
    );
  }
}
