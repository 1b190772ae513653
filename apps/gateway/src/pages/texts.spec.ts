import { catalogues, translator } from './texts.js';

describe('texts', () => {
  it('has each text in both languages, with the same gaps to fill', () => {
    const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.sv).sort());
    for (const [key, text] of Object.entries(catalogues.sv)) {
      expect([key, gaps(catalogues.en[key as keyof typeof catalogues.en])]).toEqual([key, gaps(text)]);
      expect(text.trim()).not.toBe('');
    }
  });

  it('fills the gaps', () => {
    expect(translator('en')('search.count.many', { count: 12 })).toBe('12 vacancies');
  });
});
