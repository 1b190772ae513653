import { findDrift, isAhead } from './index-drift.js';

const at = (id: string, revision: number) => ({ id, revision });

describe('drift between database and index', () => {
  it('is nothing where both hold the same', () => {
    expect(findDrift([at('a', 1), at('b', 2)], [at('b', 2), at('a', 1)])).toEqual([]);
  });

  it('is what is missing, old, ahead or too much', () => {
    const drift = findDrift(
      [at('missing', 1), at('old', 3), at('ahead', 2)],
      [at('old', 2), at('ahead', 5), at('extra', 7)],
    );
    expect(drift).toEqual([
      { id: 'missing', stored: 1, indexed: null },
      { id: 'old', stored: 3, indexed: 2 },
      { id: 'ahead', stored: 2, indexed: 5 },
      { id: 'extra', stored: null, indexed: 7 },
    ]);
    expect(drift.filter(isAhead).map(({ id }) => id)).toEqual(['ahead']);
  });
});
