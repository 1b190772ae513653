import type { CvEducation, Period } from './cv.js';
import { educationLevel } from './levels.js';
import { readMonth } from './periods.js';
import type { SectionContext } from './section-context.js';

/** Studies become a field with a level, or a level alone; what still goes on is not counted as done. */
export function readEducation(education: readonly CvEducation[], context: SectionContext): void {
  context.text.section(context.language === 'sv' ? 'Utbildning' : 'Education', () => {
    for (const entry of education) readStudy(entry, context);
  });
}

function readStudy(entry: CvEducation, context: SectionContext): void {
  const { title, field, frameworkLevel, school, period, texts, pointer } = entry;
  const named = [title, field].flatMap((one) => (one ? [one.text] : []));
  const [first, ...rest] = named.length > 0 ? named : school ? [school] : [];
  if (first === undefined) return;
  const span = context.text.line(first, ...rest, named.length > 0 ? school : null, period.words);
  context.text.passages(texts);
  if (isUnderWay(period, context.today)) {
    context.warnings.push({ pointer, detail: 'still going on, so it is not counted as an education' });
    return;
  }
  const level = educationLevel([...named, school ?? ''].join(' '), frameworkLevel);
  const fieldConcept = named
    .map((words) => context.taxonomy.resolve('education-field', words))
    .find((concept) => concept !== undefined);
  const levelConcept = level === null ? undefined : context.taxonomy.resolve('education-level', String(level));
  const conceptId = (fieldConcept ?? levelConcept)?.id ?? null;
  if (conceptId === null)
    context.warnings.push({ pointer, detail: 'neither a field nor a level is known by these words; kept as words' });
  context.facts.add({ kind: 'education', conceptId, words: named.join(', ') || first, level, span });
}

const isUnderWay = ({ to, ongoing }: Period, today: string): boolean =>
  ongoing || (to !== null && to > readMonth(today)! + 1);
