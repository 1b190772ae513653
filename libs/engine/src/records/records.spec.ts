import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import { sealProfile, sealVacancy } from '../sealed-input.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { ProfileRecord } from './profile-record.js';
import type { RecordForm } from './record-form.js';
import { StoredRecords } from './stored-records.js';
import { VacancyRecord } from './vacancy-record.js';
import { Words } from './words.js';

const text = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.uuid().map((id) => `${id.slice(0, 35)}g`),
  fc.uuid().map((id) => id.replace('-', '0')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 300 }),
);
const number = fc.oneof(
  fc.constant(null),
  fc.nat(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(-0, 2 ** 31 - 3, 2 ** 31),
);
const seed = 20261124;

describe('bytes', () => {
  it('give back every value as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, number, fc.option(fc.boolean(), { nil: null }), fc.nat())), (rows) => {
        const to = new ByteWriter();
        for (const [words, amount, flag, count] of rows) {
          to.text(words);
          to.number(amount);
          to.flag(flag);
          to.count(count);
        }
        const bytes = Buffer.alloc(to.length + 3);
        to.copyTo(bytes, 3);
        const from = new ByteReader().from(bytes, 3);
        const read = rows.map(() => [from.text(), from.number(), from.flag(), from.count()]);
        expect(read).toEqual(rows);
      }),
      { seed },
    );
  });

  it('take little for an id', () => {
    const to = new ByteWriter();
    to.text('0b8f4a0e-7f3c-4c55-9d0e-2f3a4b5c6d7e');
    expect(to.length).toBe(17);
  });
});

describe('a record', () => {
  it('is what matching may know of a profile or a vacancy', () => {
    const words = new Words();
    const profiles = new StoredRecords('profile', new ProfileRecord(words));
    const vacancies = new StoredRecords('vacancy', new VacancyRecord(words));
    fc.assert(
      fc.property(world.profile, world.vacancy, text, (profile, vacancy, id) => {
        profiles.set({ ...profile, profileId: id, ...{ name: 'Somebody' } });
        vacancies.set({ ...vacancy, vacancyId: id });
        expect(profiles.get(id)).toEqual(sealProfile({ ...profile, profileId: id }));
        expect(vacancies.get(id)).toEqual(sealVacancy({ ...vacancy, vacancyId: id }));
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('stored records', () => {
  const form: RecordForm<{ id: string; said: string }> = {
    idOf: ({ id }) => id,
    write: ({ said }, to) => to.text(said),
    read: (id, from) => ({ id, said: from.text() }),
  };
  // long enough for a few to fill a chunk, and for some to need one of their own
  const said = fc.tuple(fc.string({ maxLength: 5 }), fc.constantFrom(0, 3, 20_000, 90_000, 300_000));
  const change = fc.tuple(fc.nat(12), fc.option(said, { nil: null, freq: 4 }));

  it('are those that were set last, also after being saved, however many came and went', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 50, maxLength: 150 }), fc.nat(149), (changes, savedAt) => {
        const expected = new Map<string, { id: string; said: string }>();
        let records = new StoredRecords('record', form);
        for (const [at, [number, words]] of changes.entries()) {
          const id = `id-${number}`;
          if (words === null) {
            records.delete(id);
            expected.delete(id);
          } else {
            const record = { id, said: words[0].padEnd(words[1], '.') };
            records.set(record);
            expected.set(id, record);
          }
          if (at !== savedAt) continue;
          const saved = records.sections();
          records = new StoredRecords('record', form);
          for (const section of saved) expect(records.restore(section)).toBe(true);
        }
        expect(records.size).toBe(expected.size);
        for (const [id, record] of expected) expect(records.get(id)).toEqual(record);
        expect(new Set(records.ids())).toEqual(new Set(expected.keys()));
        expect(records.get('nobody')).toBeUndefined();
        const living = [...expected.values()].reduce((sum, record) => sum + record.said.length + 20, 0);
        const kept = records.sections().reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
        expect(kept).toBeLessThanOrEqual(2 * living + 2 ** 18 + 320_000);
      }),
      { seed, numRuns: 40 },
    );
  });
});
