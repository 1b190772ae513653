import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import { createEngine, listsHash, type BulkLists, type BulkQuery } from '../index.js';

const today = '2026-03-03';

describe('bulk', () => {
  it('holds what asking one by one gives, and ranges hold what the whole run holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        world.parts,
        fc.array(world.profile, { minLength: 3, maxLength: 20 }),
        fc.array(world.vacancy, { minLength: 3, maxLength: 20 }),
        world.query,
        fc.integer({ min: 1, max: 4 }),
        async (parts, profiles, vacancies, { rankBy }, count) => {
          const engine = createEngine(parts);
          for (const one of profiles) engine.upsertProfile(one);
          for (const one of vacancies) engine.upsertVacancy(one);
          for (const lists of ['profiles-for-vacancies', 'vacancies-for-profiles'] as const) {
            const query: BulkQuery = { lists, rankBy, limit: 7, today };
            const all = await engine.bulk(query);
            expect(all.ids).toEqual(engine.listIds(lists));
            const ranges: BulkLists[] = [];
            for (let after: string | undefined; ; after = ranges.at(-1)!.next!) {
              ranges.push(await engine.bulk({ ...query, count, after }));
              if (ranges.at(-1)!.next === null) break;
            }
            expect(listsHash(ranges)).toBe(listsHash([all]));
            for (const [at, id] of all.ids.entries()) {
              const single = { rankBy, limit: 7, today };
              const list = lists.startsWith('p') ? engine.rankProfiles(id, single) : engine.rankVacancies(id, single);
              const range = [all.starts[at]!, all.starts[at + 1]!] as const;
              expect(all.totals[at]).toBe(list.total);
              expect([...all.employerFits.slice(...range)]).toEqual(list.items.map(({ employerFit }) => employerFit));
              expect([...all.seekerFits.slice(...range)]).toEqual(list.items.map(({ seekerFit }) => seekerFit));
              const ids = list.items.map((one) => (lists.startsWith('p') ? one.profileId : one.vacancyId));
              expect(all.found.slice(...range)).toEqual(ids);
            }
          }
        },
      ),
      { numRuns: 15, seed: 20261126 },
    );
  });

  it('says how far it is, to the end', async () => {
    const [parts] = fc.sample(world.parts, { numRuns: 1, seed: 1 });
    const engine = createEngine(parts!);
    for (const one of fc.sample(world.vacancy, { numRuns: 30, seed: 2 })) engine.upsertVacancy(one);
    const told: number[][] = [];
    const query = { lists: 'profiles-for-vacancies', rankBy: 'both', limit: 5, today } as const;
    const { ids } = await engine.bulk({ ...query, onProgress: (done, of) => told.push([done, of]) });
    expect(told.at(-1)).toEqual([ids.length, ids.length]);
    await expect(engine.bulk({ ...query, limit: 1001 })).rejects.toThrow(
      'limit is 1001, not a whole number from 1 to 1000',
    );
  });
});
