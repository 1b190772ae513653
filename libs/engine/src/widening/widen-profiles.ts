import type { EngineVacancy } from '../engine.types.js';
import type { DemandOverrides } from '../demands/effective-demands.js';
import type { Widening } from '../lists.types.js';
import type { ModelContext } from '../model-context.js';
import type { ListIndex, ListQuestion } from '../ranking/list-index.js';
import { vacancyForm } from '../vacancy-form.js';
import { loosenedFilters, widening, type Trial } from './widening.js';

/** What an employer could give up: each requirement that knocks out, being on site, each part of the filter. */
export function widenProfiles(
  lists: ListIndex,
  vacancy: EngineVacancy,
  question: ListQuestion,
  overrides: DemandOverrides,
  wanted: number,
  context: ModelContext,
): Widening {
  const form = vacancyForm(vacancy, context, overrides);
  const count = (its = form, filter = question.filter) => lists.listProfiles(its, { ...question, filter }).total;
  function* trials(): Iterable<Trial> {
    for (const { members } of form.checks) {
      const demandIds = members.map(({ demand }) => demand.id);
      const without = vacancyForm(vacancy, context, { ...overrides, withoutDemandIds: demandIds });
      yield { loosening: { kind: 'demand', reason: members[0]!.reason, demandIds }, count: () => count(without) };
    }
    if (!vacancy.remote) {
      const remote = vacancyForm({ ...vacancy, remote: true }, context, overrides);
      yield { loosening: { kind: 'remote-offered' }, count: () => count(remote) };
    }
    for (const [loosening, filter] of loosenedFilters(question.filter))
      yield { loosening, count: () => count(form, filter) };
  }
  return widening(count(), wanted, trials);
}
