import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues, translator } from './texts.js';

const folder = 'apps/gateway/src/pages';
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|texts\.ts$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

describe('texts', () => {
  it('has each text in both languages, with the same gaps to fill', () => {
    const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.sv).sort());
    for (const [key, text] of Object.entries(catalogues.sv)) {
      expect([key, gaps(catalogues.en[key as keyof typeof catalogues.en])]).toEqual([key, gaps(text)]);
      expect(text.trim()).not.toBe('');
    }
  });

  it('has no text that nothing shows', () => {
    const literals = new Set([...code.matchAll(/['"]([\w.-]+)['"]/g)].map(([, key]) => key));
    const made = [...code.matchAll(/`([\w-]+(?:\.[\w-]+)*\.|)\$\{[^`]*?\}([\w.-]*)`/g)]
      .filter(([, before, after]) => before !== '' || /^\.(title|text)$/.test(after!))
      .map(([, before, after]) => ({ before: before!, after: after! }));
    const isShown = (key: string): boolean =>
      literals.has(key) || made.some(({ before, after }) => key.startsWith(before) && key.endsWith(after));
    expect(made.length).toBeGreaterThan(10);
    expect(Object.keys(catalogues.sv).filter((key) => !isShown(key))).toEqual([]);
  });

  it('fills the gaps', () => {
    expect(translator('en')('search.count.many', { count: 12 })).toBe('12 vacancies');
  });
});
