import { en } from './en.js';
import { sv } from './sv.js';
import { textOf, translator } from './texts.js';

describe('texts of the application', () => {
  it('has each text in both languages, with the same gaps to fill', () => {
    const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort());
    for (const [key, text] of Object.entries(sv)) {
      expect([key, gaps(en[key as keyof typeof sv])]).toEqual([key, gaps(text)]);
      expect(text.trim()).not.toBe('');
    }
  });

  it('falls back where data names a text that does not exist', () => {
    expect(textOf(translator('en'), 'problem.no-such', 'problem.internal')).toBe(en['problem.internal']);
  });
});
