import { randomUUID } from 'node:crypto';
import { readListRecords, writeListRecords } from './list-records.js';

it('brings back what was written, lists without anybody on them too', () => {
  const lists = {
    ids: [randomUUID(), randomUUID(), randomUUID()],
    totals: Int32Array.of(70_000, 0, 1),
    starts: Uint32Array.of(0, 2, 2, 3),
    found: [randomUUID(), randomUUID(), randomUUID()],
    employerFits: Int32Array.of(1_000_000, 0, 17),
    seekerFits: Int32Array.of(999_999, 1_000_000, 0),
    next: null,
  };
  expect(readListRecords(writeListRecords(lists))).toEqual(lists);
});
