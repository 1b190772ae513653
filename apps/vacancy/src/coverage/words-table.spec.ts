import { wordsTable } from './words-table.js';

it('is a table that holds words as they are, and no formula', () => {
  const one = { kind: 'skill' as const, vacancies: 3, example: 'id' };
  const table = wordsTable(['plåt', 'a "b", c', '=HYPERLINK(1)', '-5 grader'].map((words) => ({ ...one, words })));
  expect(table).toBe(
    '\uFEFFwords,kind,vacancies,example\r\nplåt,skill,3,id\r\n"a ""b"", c",skill,3,id\r\n\'=HYPERLINK(1),skill,3,id\r\n\'-5 grader,skill,3,id\r\n',
  );
});
