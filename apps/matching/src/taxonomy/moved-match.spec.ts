import { ReferenceMove, type Successions } from '#taxonomy';
import { moveMatch } from './moved-match.js';

const concept = (id: string) => ({ id, label: { sv: `${id} på svenska`, en: id } });
const successions = {
  of: (id: string) =>
    id === 'old'
      ? { state: 'replaced', before: concept('old'), now: concept('new') }
      : id === 'gone'
        ? { state: 'gone', before: concept('gone') }
        : { state: 'kept', before: concept(id), now: concept(id) },
} as unknown as Successions;

it('a frozen match shows what takes the place of its concepts, and names what is gone', () => {
  const match = {
    fit: 71,
    checks: [{ reason: 'language', conceptId: 'old', level: 3 }],
    candidate: {
      facts: [
        { id: 'f', words: null, conceptId: 'gone' },
        { id: 'g', words: null, conceptId: 'kept' },
      ],
    },
    evidence: [{ points: 5, conceptId: 'old', factConceptId: 'gone', vacancySpan: null }],
  };
  const frozen = JSON.stringify(match);
  expect(moveMatch(match, new ReferenceMove(successions))).toEqual({
    fit: 71,
    checks: [{ reason: 'language', conceptId: 'new', level: 3 }],
    candidate: {
      facts: [
        { id: 'f', words: 'gone på svenska', conceptId: null },
        { id: 'g', words: null, conceptId: 'kept' },
      ],
    },
    evidence: [{ points: 5, conceptId: 'new', factConceptId: null, vacancySpan: null }],
  });
  expect(JSON.stringify(match)).toBe(frozen);
});
