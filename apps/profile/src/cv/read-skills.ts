import type { CvLanguage, CvSkill, Piece } from './cv.js';
import { languageLevel, skillLevel } from './levels.js';
import { conceptsIn, conceptsInPassage, type SectionContext } from './section-context.js';

/** What people list among their skills. */
const listed = ['skill', 'professional-licence', 'driving-licence', 'language'] as const;

/** Skills and their keywords, with the level that goes for them. */
export function readSkills(skills: readonly CvSkill[], context: SectionContext): void {
  context.text.section(context.language === 'sv' ? 'Kompetenser' : 'Skills', () => {
    for (const { name, level, keywords } of skills) {
      const said = level === null ? null : skillLevel(level.text);
      if (level && said === null)
        context.warnings.push({ pointer: level.pointer, detail: 'no level known by these words' });
      for (const piece of [name, ...keywords]) if (piece) addListed(piece, 'skill', said, context);
    }
  });
}

export function readCertificates(certificates: readonly Piece[], context: SectionContext): void {
  context.text.section(context.language === 'sv' ? 'Intyg och behörigheter' : 'Certificates', () => {
    for (const certificate of certificates) addListed(certificate, 'professional-licence', null, context);
  });
}

function addListed(
  piece: Piece,
  otherwise: 'skill' | 'professional-licence',
  level: number | null,
  context: SectionContext,
): void {
  const span = context.text.line(piece.text);
  const order = otherwise === 'skill' ? listed : [...listed].sort((kind) => (kind === otherwise ? -1 : 0));
  const found = conceptsIn(context, span, order);
  for (const one of found)
    context.facts.add({
      ...one,
      words: one.span.quote,
      level: one.kind === 'skill' ? (level ?? one.level) : one.level,
    });
  if (found.length === 0) context.facts.add({ kind: otherwise, conceptId: null, words: piece.text, level, span });
}

export function readDrivingLicences(licences: readonly Piece[], context: SectionContext): void {
  context.text.section(context.language === 'sv' ? 'Körkort' : 'Driving licences', () => {
    for (const { text, pointer } of licences) {
      const span = context.text.line(text);
      const concept = context.taxonomy.resolve('driving-licence', text);
      if (concept) context.facts.add({ kind: 'driving-licence', conceptId: concept.id, words: text, span });
      else context.warnings.push({ pointer, detail: 'no such class of driving licence' });
    }
  });
}

export function readLanguages(languages: readonly CvLanguage[], context: SectionContext): void {
  context.text.section(context.language === 'sv' ? 'Språk' : 'Languages', () => {
    for (const { name, code, fluency } of languages) {
      const span = context.text.line(name.text, fluency?.text ?? null);
      const concept =
        (code === null ? undefined : context.taxonomy.resolve('language', code)) ??
        context.taxonomy.resolve('language', name.text);
      const level = fluency === null ? null : languageLevel(fluency.text);
      if (fluency && level === null)
        context.warnings.push({ pointer: fluency.pointer, detail: 'no level known by these words' });
      if (!concept) context.warnings.push({ pointer: name.pointer, detail: 'no such language; kept as words' });
      context.facts.add({ kind: 'language', conceptId: concept?.id ?? null, words: name.text, level, span });
    }
  });
}

/** What running text tells besides the sections; an occupation only with its years, or where no position says one. */
export function readPassages(context: SectionContext): void {
  const occupations = context.facts.hasAny('occupation');
  for (const { text, start } of context.text.toRead)
    for (const one of conceptsInPassage(context, text, start))
      if (one.kind !== 'occupation' || one.years !== null || !occupations)
        context.facts.add({ ...one, words: one.span.quote });
}
