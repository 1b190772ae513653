import type { Item } from './decisions.js';
import { filterOf, narrowed, nextUndecided, ordered, withFilter } from './narrowing.js';

const item = (rank: number, over: object = {}): Item =>
  ({
    profileId: `p${rank}`,
    rank,
    stage: 'new',
    eligibility: 'met',
    fit: 100 - rank,
    employerFit: rank,
    seekerFit: 10 - rank,
    candidate: { alias: `Z${9 - rank}`, homeMunicipality: '2580' },
    ...over,
  }) as unknown as Item;
const ids = (items: readonly Item[]): string[] => items.map(({ profileId }) => profileId);

describe('a narrowed shortlist', () => {
  it('is told in its address, and nothing that makes no sense is read from it', () => {
    const search = new URLSearchParams(
      'stage=hold&stage=x&eligibility=met&place=2580&place=x&fit=40&rankBy=seeker&who=p1',
    );
    const filter = filterOf(search);
    expect(filter).toEqual({
      stage: ['hold'],
      eligibility: ['met'],
      municipality: ['2580'],
      minimumFit: 40,
      rankBy: 'seeker',
    });
    expect(filterOf(withFilter(new URLSearchParams('who=p1'), filter))).toEqual(filter);
    expect(withFilter(search, filterOf(new URLSearchParams('fit=-1'))).toString()).toBe('who=p1');
  });

  it('holds who meets every field', () => {
    const all = [item(1), item(2, { stage: 'hold' }), item(3, { eligibility: 'unknown' })];
    const only = (query: string): string[] => ids(narrowed(all, filterOf(new URLSearchParams(query))));
    expect(only('')).toEqual(['p1', 'p2', 'p3']);
    expect(only('stage=new&eligibility=met')).toEqual(['p1']);
    expect(only('fit=98')).toEqual(['p1', 'p2']);
    expect(only('place=2482')).toEqual([]);
  });

  it('keeps its order, follows one fit, and with scores hidden tells nothing by it', () => {
    const all = [item(2), item(1), item(3)];
    expect(ids(ordered(all, 'both', false))).toEqual(['p1', 'p2', 'p3']);
    expect(ids(ordered(all, 'employer', false))).toEqual(['p3', 'p2', 'p1']);
    expect(ids(ordered(all, 'both', true))).toEqual(['p3', 'p2', 'p1']);
  });

  it('goes on to the next undecided, around the end', () => {
    const all = [item(1), item(2, { stage: 'hold' }), item(3)];
    expect(nextUndecided(all, 'p1')).toBe('p3');
    expect(nextUndecided(all, 'p3')).toBe('p1');
    expect(nextUndecided([item(1)], 'p1')).toBeNull();
  });
});
