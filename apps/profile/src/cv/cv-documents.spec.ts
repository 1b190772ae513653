import { DomainError } from '#platform';
import { loadTaxonomy, starterTaxonomyPath, TextReader } from '#taxonomy';
import { CvReader } from './cv-reader.js';
import type { CvReading } from './reading.js';

const today = '2025-06-15';
const taxonomy = loadTaxonomy(starterTaxonomyPath());
const reader = new CvReader(taxonomy, new TextReader(taxonomy));

const resume = (document: object): CvReading => reader.read('json-resume', document as Record<string, unknown>, today);
const idOf = (kind: Parameters<typeof taxonomy.resolve>[0], name: string): string => taxonomy.resolve(kind, name)!.id;

function problemOf(read: () => unknown): DomainError {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('Rallare’s own words in a JSON Resume', () => {
  const skill = (): string => idOf('skill', 'Python');

  it('takes wishes, language, notice and household, and warns of what does not exist', () => {
    const reading = resume({
      basics: { name: 'Test' },
      meta: {
        rallare: {
          language: 'en',
          notice: '2025-01',
          household: 'h1',
          wishes: {
            occupations: ['nope_nope', idOf('occupation', 'Svetsare')],
            counties: ['25', '99'],
            earliestStart: '2020-01-01',
          },
        },
      },
    });
    expect(reading).toMatchObject({ language: 'en', notice: '2025-01', household: 'h1' });
    expect(reading.wishes).toMatchObject({
      occupations: [idOf('occupation', 'Svetsare')],
      counties: ['25'],
      earliestStart: '2020-01-01',
    });
    expect(reading.warnings.map(({ pointer }) => pointer)).toEqual([
      '/meta/rallare/wishes/occupations/0',
      '/meta/rallare/wishes/counties/1',
    ]);
  });

  it('takes exported facts as they are instead of reading the sections', () => {
    const fact = { kind: 'skill', conceptId: skill(), words: null, level: 2, years: 1, origin: 'denied', span: null };
    const reading = resume({
      basics: { name: 'Test' },
      skills: [{ name: 'Excel' }],
      meta: { rallare: { facts: [fact] } },
    });
    expect(reading.facts).toEqual([fact]);
    expect(reading.cv).toBeNull();
  });

  it('drops a span that does not point at its words, and facts that cannot be', () => {
    const fact = { kind: 'skill', conceptId: skill(), words: null, level: 2, years: null, origin: 'extracted' };
    const span = { field: 'cv', start: 0, end: 4, quote: 'ruby' };
    const reading = resume({
      basics: { name: 'Test' },
      meta: {
        rallare: {
          cv: { format: 'json-resume', text: 'Python' },
          facts: [
            { ...fact, span },
            { ...fact, kind: 'language', span: null },
            { ...fact, origin: 'inferred', conceptId: idOf('skill', 'Java'), span: null },
          ],
        },
      },
    });
    expect(reading.facts).toEqual([{ ...fact, span: null }]);
    expect(reading.warnings.map(({ pointer }) => pointer)).toEqual([
      '/meta/rallare/facts/0/span',
      '/meta/rallare/facts/1/conceptId',
      '/meta/rallare/facts/2',
    ]);
  });

  it('refuses wishes that are none', () => {
    const problem = problemOf(() =>
      resume({ basics: {}, meta: { rallare: { wishes: { payFloor: 'much', speed: 1 } } } }),
    );
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/document/meta/rallare/wishes',
      '/document/meta/rallare/wishes/payFloor',
    ]);
  });
});

describe('documents that are broken or hostile', () => {
  const nested = (depth: number): object => (depth === 0 ? {} : { deeper: nested(depth - 1) });

  it.each([
    ['another format', { anything: 1 }, '/document'],
    ['a wrong type', { basics: { name: 7 } }, '/document/basics/name'],
    ['a list that is none', { work: { position: 'Svetsare' } }, '/document/work'],
    ['an entry that is none', { skills: [{ name: 'Python' }, 'Java'] }, '/document/skills/1'],
    ['a name of 100,000 characters', { basics: { name: 'a'.repeat(100_000) } }, '/document/basics/name'],
    ['a summary of 100,000 characters', { basics: { summary: 'a'.repeat(100_000) } }, '/document/basics/summary'],
    ['a NUL', { basics: { name: 'An\u0000na' } }, '/document/basics/name'],
    ['half a character', { work: [{ position: 'x\ud800' }] }, '/document/work/0/position'],
    ['a list of 100,000', { skills: Array.from({ length: 100_000 }, () => null) }, '/document'],
    ['a list of 600', { skills: Array.from({ length: 600 }, () => ({})) }, '/document/skills'],
    ['a nest of 5,000 levels', { basics: nested(5000) }, undefined],
    [
      'text without end',
      { projects: Array.from({ length: 60 }, () => ({ description: 'ord '.repeat(4000) })) },
      '/document',
    ],
  ])('refuses %s', (_, document, pointer) => {
    const problem = problemOf(() => resume(document));
    expect(problem.type).toBe('invalid-input');
    expect(problem.errors).toHaveLength(1);
    if (pointer !== undefined) expect(problem.errors[0]!.pointer).toBe(pointer);
    expect(problem.errors[0]!.pointer.length).toBeLessThanOrEqual(200);
  });

  it('takes null and blank for not said, and leaves unknown keys alone', () => {
    const reading = resume({
      basics: { name: 'Test', email: null, label: '', favouriteColour: {} },
      work: null,
      skills: [null],
      awards: 7,
    });
    expect(reading.facts).toEqual([]);
    expect(reading.warnings).toEqual([]);
  });

  it('refuses a Europass document of another kind', () => {
    const problem = problemOf(() => reader.read('europass', { profile: {} }, today));
    expect(problem.errors[0]!.pointer).toBe('/document');
  });
});
