import type { TitleCandidate } from '../reading/reading.types.js';
import { occupationFromTitle } from './occupation-from-title.js';

const candidate = (conceptId: string, score: number, why: TitleCandidate['why']): TitleCandidate => ({
  conceptId,
  score,
  why,
  matched: conceptId,
});
const told = (...candidates: TitleCandidate[]): string | null =>
  occupationFromTitle({ readTitle: () => candidates }, 'a title');

describe('the occupation that a title names', () => {
  it('is the one whose whole label stands in it', () => {
    expect(told(candidate('welder', 1000, 'label'), candidate('smith', 400, 'similar'))).toBe('welder');
    expect(told(candidate('welder', 840, 'contains'), candidate('smith', 760, 'contains'))).toBe('welder');
  });

  it('is none where nothing is certain', () => {
    expect(told()).toBeNull();
    expect(told(candidate('welder', 690, 'similar'))).toBeNull();
    expect(told(candidate('customer', 695, 'contains'))).toBeNull();
    expect(told(candidate('nurse', 960, 'alternative'), candidate('matron', 960, 'alternative'))).toBeNull();
  });
});
