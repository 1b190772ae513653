import { adsIn } from './ads-in-file.js';

describe('a file of ads', () => {
  it.each([
    ['an array', '[{"id":1},{"id":2}]', [{ id: 1 }, { id: 2 }]],
    ['an answer of JobSearch', '{"total":{"value":1},"hits":[{"id":1}]}', [{ id: 1 }]],
    ['one ad', '{"id":1}', [{ id: 1 }]],
    ['one a line, with blank ones between', '{"id":1}\n\n{"id":2}\r\n', [{ id: 1 }, { id: 2 }]],
    ['a line that is broken', '{"id":1}\n{"id":', [{ id: 1 }, '{"id":']],
  ])('is %s', (_what, text, records) => expect(adsIn(text)).toEqual(records));

  it.each(['', 'hello', 'a,b\n1,2'])('is not %j', (text) => expect(adsIn(text)).toBeNull());
});
