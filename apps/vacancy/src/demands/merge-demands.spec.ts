import type { ReadDemand } from '#taxonomy';
import fc from 'fast-check';
import { mergeReading, mergeStated } from './merge-demands.js';
import { demandKey, type StoredDemand } from './stored-demand.js';

const text = 'Krav: svetsning, truckkort. Meriterande: finska.';
const source = { headline: 'Svetsare', text };

function read(conceptId: string, quote: string, more: Partial<ReadDemand> = {}): ReadDemand {
  const start = text.indexOf(quote);
  const span = { field: 'text' as const, start, end: start + quote.length, quote };
  return {
    kind: 'skill',
    conceptId,
    words: null,
    necessity: 'requirement',
    level: null,
    years: null,
    span,
    rule: 'test',
    confidence: 90,
    either: null,
    ...more,
  };
}

function stored(
  id: string,
  conceptId: string,
  origin: StoredDemand['origin'],
  more: Partial<StoredDemand> = {},
): StoredDemand {
  return {
    id,
    kind: 'skill',
    conceptId,
    words: null,
    necessity: 'merit',
    level: 3,
    years: null,
    weight: 7,
    origin,
    span: null,
    ...more,
  };
}

const ids = () => {
  let next = 0;
  return () => `new${(next += 1)}`;
};
const merge = (existing: StoredDemand[], reading: ReadDemand[]) => mergeReading(existing, reading, source, ids());

describe('reading a text again', () => {
  it('marks what is read as read, with its span', () => {
    const [demand] = merge([], [read('weld', 'svetsning')]);
    expect(demand).toMatchObject({ id: 'new1', origin: 'read', weight: 5, span: { quote: 'svetsning' } });
  });

  it.each(['stated', 'confirmed', 'rejected'] as const)(
    'keeps what was %s, and gives it the span of its words',
    (origin) => {
      const result = merge([stored('d1', 'weld', origin)], [read('weld', 'svetsning')]);
      expect(result).toHaveLength(1);
      expect(result[0]).toMatchObject({
        id: 'd1',
        origin,
        necessity: 'merit',
        level: 3,
        weight: 7,
        span: { quote: 'svetsning' },
      });
    },
  );

  it('keeps the id of what is read again, takes its new values, and drops what is no longer read', () => {
    const result = merge([stored('d1', 'weld', 'read'), stored('d2', 'gone', 'read')], [read('weld', 'svetsning')]);
    expect(result).toHaveLength(1);
    expect(result[0]).toMatchObject({ id: 'd1', necessity: 'requirement', level: null });
  });

  it('does not bring back the concept that the employer replaced', () => {
    const corrected = stored('d1', 'mig', 'confirmed', { readAs: demandKey(read('weld', 'svetsning')) });
    const result = merge([corrected], [read('weld', 'svetsning')]);
    expect(result.map(({ conceptId }) => conceptId)).toEqual(['mig']);
    expect(result[0]?.span?.quote).toBe('svetsning');
  });

  it('follows which demands stand in for one another, but what is stated stands alone', () => {
    const reading = [read('weld', 'svetsning', { either: 1 }), read('truck', 'truckkort', { either: 1 })];
    const eithers = (existing: StoredDemand[], again = reading) =>
      merge(existing, again).map(({ either }) => either ?? null);
    expect(eithers([])).toEqual([1, 1]);
    expect(eithers([stored('d1', 'weld', 'confirmed', { either: 7 }), stored('d2', 'truck', 'stated')])).toEqual([
      1,
      null,
    ]);
    expect(eithers([stored('d1', 'weld', 'confirmed', { either: 7 })], [])).toEqual([null]);
  });

  it('moves the span of what was confirmed to where its words stand now, or takes it away', () => {
    const span = { field: 'text' as const, start: 0, end: 9, quote: 'truckkort' };
    const lost = { ...span, quote: 'kranförare', end: 10 };
    const result = merge(
      [stored('d1', 'truck', 'confirmed', { span }), stored('d2', 'crane', 'confirmed', { span: lost })],
      [],
    );
    expect(result[0]?.span).toEqual({ ...span, start: 17, end: 26 });
    expect(result[1]?.span).toBeNull();
  });

  it('keeps every word of the employer, has each demand once, and points at the right words', () => {
    const concept = fc.constantFrom('a', 'b', 'c', 'd');
    const origin = fc.constantFrom<StoredDemand['origin']>('read', 'stated', 'confirmed', 'rejected');
    const existing = fc
      .uniqueArray(concept)
      .chain((concepts) => fc.tuple(...concepts.map((one) => origin.map((how) => stored(`old-${one}`, one, how)))));
    const words = ['svetsning', 'truckkort', 'finska'] as const;
    const reading = fc
      .uniqueArray(concept)
      .chain((concepts) =>
        fc.tuple(...concepts.map((one) => fc.constantFrom(...words).map((word) => read(one, word)))),
      );
    fc.assert(
      fc.property(existing, reading, (before, again) => {
        const after = merge(before, again);
        expect(new Set(after.map(demandKey)).size).toBe(after.length);
        for (const { span: _, ...said } of before.filter(({ origin }) => origin !== 'read'))
          expect(after.find(({ id }) => id === said.id)).toMatchObject(said);
        for (const one of again) expect(after.some((demand) => demandKey(demand) === demandKey(one))).toBe(true);
        for (const { span } of after) if (span) expect(text.slice(span.start, span.end)).toBe(span.quote);
        expect(mergeReading(after, again, source, ids())).toEqual(after);
      }),
    );
  });
});

describe('what a feed states', () => {
  const states = (conceptId: string) => ({
    kind: 'skill' as const,
    conceptId,
    words: null,
    necessity: 'requirement' as const,
    level: null,
    years: null,
    weight: 5,
  });

  it('becomes stated, also where it had only been read, and goes when the feed drops it', () => {
    const first = mergeStated([stored('d1', 'weld', 'read')], [states('weld'), states('truck')], ids());
    expect(first.map(({ id, origin }) => [id, origin])).toEqual([
      ['d1', 'stated'],
      ['new1', 'stated'],
    ]);
    expect(mergeStated(first, [states('truck')], ids()).map(({ id }) => id)).toEqual(['new1']);
  });

  it('does not touch what the employer said by hand', () => {
    const byHand = [stored('d1', 'weld', 'rejected'), stored('d2', 'mig', 'stated')];
    expect(mergeStated(byHand, [states('weld')], ids())).toEqual(byHand);
  });
});
