import { addressQuery, searchStateOf, withFilter, withoutFilter } from './search-state.js';

describe('search state in the address', () => {
  it('comes back as it went', () => {
    const query = '?q=svetsare&municipality=2580&municipality=2482&remote=true&sort=newest';
    const given = { q: 'svetsare', municipality: ['2580', '2482'], remote: 'true', sort: 'newest' };
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
});
