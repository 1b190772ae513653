import { ReferenceMove, type Successions } from '#taxonomy';
import { moveSearch } from './moved-search.js';

const concept = (id: string) => ({ id, label: { sv: `${id} på svenska`, en: id } });
const successions = {
  of: (id: string) =>
    id === 'old'
      ? { state: 'replaced', before: concept('old'), now: concept('new') }
      : id === 'gone'
        ? { state: 'gone', before: concept('gone') }
        : { state: 'kept', before: concept(id), now: concept(id) },
} as unknown as Successions;
const moved = (search: object) => moveSearch(search, new ReferenceMove(successions));

it('a saved search looks for what takes the place of its concepts, and for the names of what is gone', () => {
  expect(moved({ q: 'natt', county: ['25'], occupation: ['old', 'new', 'kept'] })).toEqual({
    q: 'natt',
    county: ['25'],
    occupation: ['new', 'kept'],
  });
  expect(moved({ q: 'natt', occupation: ['gone'], concept: 'gone' })).toEqual({
    q: 'natt gone på svenska gone på svenska',
    occupation: [],
  });
  expect(moved({ concept: 'old' })).toEqual({ concept: 'new' });
});
