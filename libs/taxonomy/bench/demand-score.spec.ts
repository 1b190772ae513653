import type { GoldAd, GoldFact, GoldKind } from './demand-gold.js';
import { DEMANDS, pairUp, scoreOf, type Family, type ReadThing } from './demand-score.js';

const text = 'Krav: tak- och plåtvana, svenska, noggrann';

function gold(quote: string, kind: GoldKind, more: Partial<GoldFact> = {}): GoldFact {
  const start = text.indexOf(quote);
  return {
    start,
    end: start + quote.length,
    quote,
    kinds: [kind],
    level: 'must',
    label: quote,
    detail: null,
    agreed: true,
    ...more,
  };
}
function read(quote: string, family: Family, level: ReadThing['level'] = 'must'): ReadThing {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, quote, family, level, rule: 'test/one' };
}
function score(facts: readonly GoldFact[], things: readonly ReadThing[], families: readonly Family[] = DEMANDS) {
  const ad: GoldAd = { id: '1', origin: 'test', headline: '', text, facts };
  return scoreOf(pairUp(ad, things), families);
}

it('pairs one to one, the best overlap first', () => {
  const facts = [gold('tak- och plåtvana', 'experience'), gold('plåtvana', 'experience')];
  expect(score(facts, [read('plåtvana', 'skill')])).toEqual({ gold: 2, read: 1, hits: 1, exact: 1, levelRight: 1 });
  expect(score(facts, [read('plåtvana', 'skill'), read('tak- och plåtvana', 'skill')])).toMatchObject({
    hits: 2,
    exact: 2,
  });
});

it('needs the right family, and counts levels among hits', () => {
  expect(score([gold('svenska', 'language')], [read('svenska', 'skill')])).toMatchObject({ gold: 1, read: 1, hits: 0 });
  expect(score([gold('svenska', 'language')], [read('svenska', 'language', 'merit')])).toMatchObject({
    hits: 1,
    levelRight: 0,
  });
});

it('leaves optional facts out on both sides', () => {
  const optional = gold('svenska', 'language', { agreed: false });
  expect(score([optional], [])).toMatchObject({ gold: 0, read: 0 });
  expect(score([optional], [read('svenska', 'language')])).toMatchObject({ gold: 0, read: 0 });
});

it('takes any place of a quote, and keeps traits apart', () => {
  const facts = [
    gold('svenska', 'language', {
      places: [
        [0, 4],
        [25, 32],
      ],
    }),
    gold('noggrann', 'trait'),
  ];
  expect(score(facts, [read('svenska', 'language'), read('noggrann', 'trait')])).toMatchObject({
    gold: 1,
    read: 1,
    exact: 1,
  });
  expect(score(facts, [read('noggrann', 'trait')], ['trait'])).toMatchObject({ gold: 1, read: 1, hits: 1 });
});
