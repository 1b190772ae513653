import { voteOn } from './group-vote.js';
import { TitleIndex, type NamedThing } from './title-index.js';

const thing = (id: string, group: string, sv: string[], en: string[] = [], isGroup = false): NamedThing => ({
  id,
  names: [
    ...sv.map((text) => ({ text, language: 'sv' as const })),
    ...en.map((text) => ({ text, language: 'en' as const })),
  ],
  groups: [group],
  isGroup,
});
const things = [
  thing('truck-drivers', '8344', ['Truckförare'], [], true),
  thing('truck', '8344', ['truckförare', 'gaffeltruckförare', 'lagerarbetare'], ['forklift driver']),
  thing('lorry', '8332', ['lastbilsförare', 'lastbilschaufför'], ['lorry driver', 'truck driver']),
  thing('bus', '8331', ['bussförare', 'busschaufför'], ['bus driver']),
  thing('painter', '7131', ['målare'], ['painter']),
  thing('welder', '7212', ['svetsare'], ['welder']),
  thing('smith', '7221', ['smed'], ['blacksmith']),
];
const index = new TitleIndex(things);
const ids = (title: string): string[] => index.rank(title, 3).map(({ id }) => id);

it('puts the occupation with the very name first, before the group of that name', () => {
  expect(ids('Truckförare').slice(0, 2)).toEqual(['truck', 'truck-drivers']);
  expect(ids('truckförarens')[0]).toBe('truck');
  expect(ids('Busschaufför/Bussförare')[0]).toBe('bus');
});

it('meets names in both languages, inflected, compounded, with slips', () => {
  expect(ids('Truck Drivers')[0]).toBe('lorry');
  expect(ids('Tågmålare')[0]).toBe('painter');
  expect(ids('Svetasre')[0]).toBe('welder');
  expect(ids('qqq')).toEqual([]);
  expect(index.rank('', 5)).toEqual([]);
});

it('tells the name that is most like the title, and how like', () => {
  const [best] = index.rank('Lastbilschaufför', 1);
  expect(best).toMatchObject({ id: 'lorry', matched: 'lastbilschaufför' });
  expect(best!.likeness).toBeCloseTo(1, 5);
});

it('gives the same first ones whatever the limit, and whatever was asked before', () => {
  const all = index.rank('chaufför', Infinity);
  index.rank('smed', 2);
  expect(index.rank('chaufför', 2)).toEqual(all.slice(0, 2));
  expect(index.nearest('chaufför', 1)).toHaveLength(1);
  expect(index.rank('chaufför', Infinity)).toEqual(all);
});

describe('the vote of near names', () => {
  const voters = new TitleIndex([
    thing('a', '7212', ['rörsvetsare']),
    thing('b', '7212', ['plåtsvetsare']),
    thing('c', '7221', ['rörsmed']),
    thing('d', '7131', ['rörmålare']),
  ]);
  const ask = (title: string, withKey = false) => voteOn(title, voters, { withVotes: true, withKey });

  it('shares one among the groups of the nearest, most to the most alike', () => {
    const { shares } = ask('rörsvets');
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(shares.get('7212')).toBeGreaterThan(shares.get('7221')!);
    expect(shares.get('9999')).toBeUndefined();
  });

  it('does not ask the title itself, nor a thing about itself', () => {
    expect(ask('Rörsmed').shares.get('7221')).toBeUndefined();
    const { shares, ownShares } = ask('rörsmedd');
    expect(shares.get('7221')! - ownShares.get('c')!).toBeCloseTo(0, 5);
    const near = ask('rörsvets');
    expect(near.shares.get('7212')! - near.ownShares.get('a')!).toBeGreaterThan(0);
  });

  it('the key is the group of the name that the title is', () => {
    expect([...ask('Rörsmed', true).keys]).toEqual(['7221']);
    expect([...ask('Rörsmed').keys]).toEqual([]);
    expect([...ask('rörsmedare', true).keys]).toEqual([]);
  });

  it('lifts what no name speaks for', () => {
    const ranked = index.rank('rörsmed', 5, ask('Rörsmed', true));
    expect(ranked[0]!.id).toBe('smith');
    const lifted = index.rank('plåtsvetsning', Infinity, ask('plåtsvetsning'));
    expect(lifted[0]!.id).toBe('welder');
  });
});
