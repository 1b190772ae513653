import { readRecord } from './ad.js';
import { planImport } from './import-plan.js';

const ad = (id: number, headline: string) => readRecord({ id, headline, employer: { name: 'Påhittad' } });

describe('the plan of an import', () => {
  it('lets the last of several records with one id count, and says so of the others', () => {
    const plan = planImport([ad(1, 'a'), ad(2, 'b'), ad(1, 'c'), readRecord(5), readRecord({ id: 2, removed: true })]);
    expect(plan.taken.map(({ index }) => index)).toEqual([2, 4]);
    expect(plan.settled).toEqual([
      {
        index: 0,
        externalId: '1',
        outcome: 'superseded',
        vacancyId: null,
        reason: 'record 2 of the same request has the same id',
      },
      {
        index: 1,
        externalId: '2',
        outcome: 'superseded',
        vacancyId: null,
        reason: 'record 4 of the same request has the same id',
      },
      { index: 3, externalId: null, outcome: 'rejected', vacancyId: null, reason: 'not an object' },
    ]);
  });
});
