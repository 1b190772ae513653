import { addressQuery, cleared, relaxed, searchStateOf, withFilter, withoutFilter } from './search-state.js';

describe('search state in the address', () => {
  it('comes back as it went', () => {
    const query =
      '?q=svetsare&municipality=2580&municipality=2482&publishedAfter=2026-11-01&remote=true&near=2580&km=30&sort=newest';
    const given = {
      q: 'svetsare',
      municipality: ['2580', '2482'],
      publishedAfter: '2026-11-01',
      remote: 'true',
      near: '2580',
      km: '30',
      sort: 'newest',
    };
    expect(addressQuery(searchStateOf(given))).toBe(query);
  });

  it('leaves out what it cannot use', () => {
    expect(
      addressQuery(searchStateOf({ q: 'x', municipality: 'Luleå', sort: 'magic', unknown: '1', limit: '100' })),
    ).toBe('?q=x');
  });

  it('adds and removes a filter and begins at the first page', () => {
    const state = searchStateOf({ q: 'x', offset: '40' });
    const narrowed = withFilter(withFilter(state, 'municipality', '2580'), 'remote', 'false');
    expect(addressQuery(narrowed)).toBe('?q=x&municipality=2580&remote=false');
    expect(addressQuery(withoutFilter(withoutFilter(narrowed, 'municipality', '2580'), 'remote', 'false'))).toBe(
      '?q=x',
    );
  });

  it('leaves out what an empty list says to leave out', () => {
    const state = searchStateOf({ q: 'x y', county: ['24', '25'], near: '2580', km: '10', sort: 'fit' });
    expect(addressQuery(relaxed(state, { filter: 'county', q: 'x y' }))).toBe('?q=x+y&near=2580&km=10&sort=fit');
    expect(addressQuery(relaxed(state, { filter: 'near', q: 'x y' }))).toBe('?q=x+y&county=24&county=25&sort=fit');
    expect(addressQuery(relaxed(state, { filter: 'q', q: 'x' }))).toBe(
      '?q=x&county=24&county=25&near=2580&km=10&sort=fit',
    );
    expect(addressQuery(cleared(state))).toBe('?q=x+y&sort=fit');
  });
});
