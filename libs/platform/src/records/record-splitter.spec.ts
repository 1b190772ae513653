import fc from 'fast-check';
import type { ReadRecord } from './records.js';
import { RecordSplitter } from './record-splitter.js';

function split(...chunks: string[]): ReadRecord[] {
  const splitter = new RecordSplitter();
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return splitter.take();
}

/** `line: value` or `line! fault`, to be read at a glance. */
const told = (records: readonly ReadRecord[]): string[] =>
  records.map((one) => ('fault' in one ? `${one.line}! ${one.fault}` : `${one.line}: ${JSON.stringify(one.value)}`));

const read = (text: string): string[] => told(split(text));

const notJson = 'the record is not JSON';
const inTheMiddle = 'the file ends in the middle of this record';

describe('whole text', () => {
  it.each([
    ['an array', '[{"a":1}, {"b":[2, "]}"]}]', ['1: {"a":1}', '1: {"b":[2,"]}"]}']],
    ['an array over lines', '[\n  {\n    "a": 1\n  },\n  {"b": 2}\n]\n', ['2: {"a":1}', '5: {"b":2}']],
    ['an empty array', ' [ ] ', []],
    ['one value a line', '{"a":1}\n{"b":"\\"}"}\r\n\n{"c":3}', ['1: {"a":1}', '2: {"b":"\\"}"}', '4: {"c":3}']],
    ['one value over lines', '{\n  "a": {\n    "b": []\n  }\n}\n', ['1: {"a":{"b":[]}}']],
    ['values over lines, one after the other', '{\n"a": 1\n}\n{\n"b": 2\n}', ['1: {"a":1}', '4: {"b":2}']],
    ['values without anything between', '{"a":1}{"b":2}', ['1: {"a":1}', '1: {"b":2}']],
    ['two arrays', '[1]\n[2]', ['1: 1', '2: 2']],
    ['a byte order mark', '\ufeff[{"a":1}]', ['1: {"a":1}']],
    ['scalars, for others to refuse', '1\n"two"\n', ['1: 1', '2: "two"']],
  ])('is read: %s', (_, text, records) => {
    expect(read(text)).toEqual(records);
  });

  it('gives the ads of a JobSearch answer, each with its own line', () => {
    const answer =
      '{\n "total": {"value": 2},\n "hits": [\n  {"id":"1"},\n  {"id":"2","hits":[0]}\n ],\n "positions": [3]\n}\n';
    expect(read(answer)).toEqual(['4: {"id":"1"}', '5: {"id":"2","hits":[0]}']);
  });

  it('gives the ads of answers on lines of their own', () => {
    expect(read('{"hits":[{"id":1}],"total":1}\n{"hits":[]}\n{"total":0,"hits":[{"id":2}]}\n')).toEqual([
      '1: {"id":1}',
      '3: {"id":2}',
    ]);
  });

  it('is an object like any other where the hits are no list', () => {
    expect(read('{"hits": {"a": [1]}}')).toEqual(['1: {"hits":{"a":[1]}}']);
  });
});

describe('a broken record', () => {
  it.each([
    ['no comma, no quote', '{"a":1}\n{"a":2\n{"a":3}\n', ['1: {"a":1}', `2! ${notJson}`, '3: {"a":3}']],
    ['the first, where a value was to come', '{"a":\n{"b":2}\n{"c":3}', [`1! ${notJson}`, '2: {"b":2}', '3: {"c":3}']],
    ['the first, in a list', '{"a":[\n{"b":2}\n{"c":3}', [`1! ${notJson}`, '2: {"b":2}', '3: {"c":3}']],
    ['the first', '{"a": 1\n{"b":2}\n{"c":3}\n', [`1! ${notJson}`, '2: {"b":2}', '3: {"c":3}']],
    ['an open string', '{"a":1}\n{"a":"x}\n{"a":3}\n', ['1: {"a":1}', `2! ${notJson}`, '3: {"a":3}']],
    ['too many braces', '{"a":1}}\n{"b":2}', [`1! ${notJson}`, '2: {"b":2}']],
    ['no JSON at all', 'hello\n{"b":2}\n', [`1! ${notJson}`, '2: {"b":2}']],
    ['a name as Python writes it', '{"a":None}\n{"b":2}\n', [`1! ${notJson}`, '2: {"b":2}']],
  ])('among lines does not touch the others: %s', (_, text, records) => {
    expect(read(text)).toEqual(records);
  });

  it.each([
    ['a missing value', '[{"a":1},{"a":},{"a":3}]', ['1: {"a":1}', `1! ${notJson}`, '1: {"a":3}']],
    ['a missing brace', '[{"a":{"b":1},{"c":2},{"d":3}]', [`1! ${notJson}`, '1: {"c":2}', '1: {"d":3}']],
    ['a missing brace, over lines', '[\n{\n"a":1,\n{\n"b":2\n}\n]', [`2! ${notJson}`, '4: {"b":2}']],
    ['a missing bracket', '[{"a":[1,2},{"b":2}]', [`1! ${notJson}`, '1: {"b":2}']],
    ['a bracket too many', '[{"a":1]},{"b":2}]', [`1! ${notJson}`, '1: {"b":2}']],
    ['a brace too many', '[{"a":1}},{"b":2}]', [`1! ${notJson}`, '1: {"b":2}']],
    ['a quotation mark missing at the end of a line', '[\n{"a":"x},\n{"b":2}\n]', [`2! ${notJson}`, '3: {"b":2}']],
    ['a quotation mark missing inside a line', '[{"a":"x, "b":"y"},{"c":3}]', [`1! ${notJson}`, '1: {"c":3}']],
    ['a missing comma between records', '[{"a":1} {"b":2}]', ['1: {"a":1}', '1: {"b":2}']],
    ['a missing colon', '[{"a" {"b":1}, "c":2},{"d":3}]', [`1! ${notJson}`, '1: {"d":3}']],
  ])('in an array does not touch the others: %s', (_, text, records) => {
    expect(read(text)).toEqual(records);
  });

  it('that is too large is told, and the rest goes on', () => {
    const large = JSON.stringify({ a: 'x'.repeat(9 * 1024 * 1024) });
    const fault = 'the record is larger than 8 MiB';
    expect(read(`[{"a":1},\n${large},\n{"b":2}]`)).toEqual(['1: {"a":1}', `2! ${fault}`, '3: {"b":2}']);
    expect(read(`{"a":1}\n${large}\n{"b":2}`)).toEqual(['1: {"a":1}', `2! ${fault}`, '3: {"b":2}']);
  });

  it('that is nested without end is told, and the rest goes on', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(read(`[{"a":${deep}},{"b":2}]`)).toEqual(['1! the record is nested deeper than 100', '1: {"b":2}']);
  });

  it('that had bytes which are not UTF-8 is told, and the rest goes on', () => {
    expect(read('{"a":"\ud800"}\n{"b":"😀"}')).toEqual(['1! the record is not UTF-8', '2: {"b":"😀"}']);
  });
});

describe('text that breaks off', () => {
  it.each([
    ['nothing', '', ['1! the file is empty']],
    ['only space', ' \n\ufeff\n', ['1! the file is empty']],
    ['an array after a record', '[{"a":1},\n', ['1: {"a":1}', '2! the file ends before its array does']],
    ['an array right after a record', '[{"a":1}', ['1: {"a":1}', '1! the file ends before its array does']],
    ['an array in a record', '[{"a":1},\n{"b":', ['1: {"a":1}', `2! ${inTheMiddle}`]],
    ['a line', '{"a":1}\n{"b":"x', ['1: {"a":1}', `2! ${inTheMiddle}`]],
    ['an answer', '{"hits":[{"a":1}]', ['1: {"a":1}', '1! the file ends before its array does']],
    ['a page', '\n<!doctype html>\n<p>{"a":1}', ['2! the file is HTML or XML, not JSON']],
  ])('is told: %s', (_, text, records) => {
    expect(read(text)).toEqual(records);
  });
});

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.json({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', '\n', ' ', '\ufeff', '"hits"', '"hits": ['),
  },
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);

describe('any text', () => {
  it('means the same however it is cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(fc.nat({ max: 400 }), { maxLength: 12 }),
        (pieces, cuts) => {
          const text = pieces.join('');
          const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length])].sort(
            (a, b) => a - b,
          );
          const chunks = places.slice(1).map((to, index) => text.slice(places[index], to));
          expect(told(split(...chunks))).toEqual(told(split(text)));
          expect(told(split(...text.split('')))).toEqual(told(split(text)));
        },
      ),
    );
  });

  it('gives every record of an array and of lines, in order and with its line', () => {
    const record = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.constantFrom(0, 2), (records, indent) => {
        const texts = records.map((one) => JSON.stringify(one, null, indent));
        const values = texts.map((text) => JSON.parse(text) as unknown);
        const found = split(`[\n${texts.join(',\n')}\n]`);
        expect(found.map((one) => 'value' in one && one.value)).toEqual(values);
        const linesBefore = texts.map(
          (_, index) =>
            `[\n${texts
              .slice(0, index)
              .map((text) => `${text},\n`)
              .join('')}`.split('\n').length,
        );
        expect(found.map(({ line }) => line)).toEqual(linesBefore);
        expect(split(texts.join('\n')).map((one) => 'value' in one && one.value)).toEqual(values);
      }),
    );
  });

  it('that has one line broken keeps all the others', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 40 }), (which, cut) => {
        const lines = Array.from({ length: 6 }, (_, id) =>
          JSON.stringify({ id, text: 'Svetsare i "Luleå"', at: [{ id }] }),
        );
        const whole = lines[which]!;
        lines[which] = whole.slice(0, Math.min(cut, whole.length - 1));
        const found = split(`${lines.join('\n')}\n`);
        const faults = found.filter((one) => 'fault' in one);
        expect(faults.map(({ line }) => line)).toEqual([which + 1]);
        expect(found).toHaveLength(6);
      }),
      { numRuns: 500 },
    );
  });
});
