import { isStale } from './revision.js';

describe('isStale', () => {
  it('takes what is newer than the stored revision, or the first', () => {
    expect(isStale(null, 1)).toBe(false);
    expect(isStale(1, 2)).toBe(false);
  });

  it('drops what is as old or older', () => {
    expect(isStale(2, 2)).toBe(true);
    expect(isStale(3, 2)).toBe(true);
  });
});
