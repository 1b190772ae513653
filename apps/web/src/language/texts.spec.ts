import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { texts as en } from './en/index.js';
import { texts as sv } from './sv/index.js';
import { textOf, translator, type TextKey } from './texts.js';

const folder = 'apps/web/src';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|^language\/(sv|en)\//.test(file))
  .map((file) => ({ file, code: readFileSync(join(folder, file), 'utf8') }));

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the values that a message takes, with how each is written. */
const gaps = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => {
    const isText = element.type === 0 || element.type === 7;
    if (isText) return [];
    const own = 'value' in element ? [`${element.value}:${element.type}`] : [];
    const options = 'options' in element ? Object.values(element.options) : [];
    return [...own, ...options.flatMap(({ value }) => gaps(value))];
  });
const gapsOf = (text: string): string[] =>
  [...new Set(gaps(new IntlMessageFormat(text, 'sv', undefined, { ignoreTag: true }).getAst()))].sort();

describe('texts of the application', () => {
  it('has each text in both languages, with the same values to fill in', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort());
    for (const [key, text] of Object.entries(sv)) {
      expect(text.trim()).not.toBe('');
      expect([key, gapsOf(en[key as TextKey])]).toEqual([key, gapsOf(text)]);
    }
  });

  it('leaves no text untranslated', () => {
    const same = Object.keys(sv).filter((key) => sv[key as TextKey] === en[key as TextKey]);
    const untranslated = same.filter((key) => /\p{L}{2}/u.test(sv[key as TextKey].replace(/\{[^{}]*\}/g, '')));
    expect(untranslated.sort()).toEqual([...sameInBoth].sort());
  });

  it('has no text that nothing shows', () => {
    const code = sources.map(({ code: text }) => text).join('\n');
    const literals = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key));
    const beginnings = [...code.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, beginning]) => beginning!);
    const isShown = (key: string): boolean =>
      literals.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
    expect(Object.keys(sv).filter((key) => !isShown(key))).toEqual([]);
  });

  it('names no text in the code that is not there', () => {
    const asked = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => [file, key!] as const),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(([, key]) => !(key in sv))).toEqual([]);
  });

  it('has no words in the components themselves', () => {
    // The page of the design is for those who build, and in no build.
    const shown = sources.filter(({ file }) => file.endsWith('.tsx') && !file.startsWith('design/gallery/'));
    expect(shown.flatMap(wordsIn)).toEqual([]);
    expect(wordsIn({ file: 'planted.tsx', code: 'const a = <p title="Hej där">Hej {b}</p>;' })).toHaveLength(2);
  });

  it('counts, writes numbers, and falls back where data names a text that does not exist', () => {
    const [t, swedish] = [translator('en', en), translator('sv', sv)];
    expect(t('matches.count', { count: 1 })).toBe('1 vacancy fits');
    expect(swedish('matches.count', { count: 1234 })).toBe('1\u00a0234 jobb passar');
    expect(textOf(t, 'problem.no-such', 'problem.internal')).toBe(en['problem.internal']);
  });
});

/** What is spelt alike in Swedish and English. */
const sameInBoth = ['site.name', 'necessity.merit', 'ad.demand.merit', 'operation.version', 'wish.reach.km'];

const shownAttributes = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'hint', 'text', 'description']);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Words that stand in markup or in an attribute that is shown or read out. */
function wordsIn({ file, code }: { file: string; code: string }): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      shownAttributes.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      hasWords(node.initializer.text) &&
      !(node.initializer.text in sv)
    )
      found.push(`${file}: ${node.name.getText()}="${node.initializer.text}"`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TSX));
  return found;
}
