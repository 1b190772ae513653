import { knockOuts } from '../demands/knock-out-check.js';
import type { EngineProfile } from '../engine.types.js';
import type { Widening } from '../lists.types.js';
import type { ListIndex, ListQuestion } from '../ranking/list-index.js';
import { loosenedFilters, widening, type Trial } from './widening.js';

/** How much further a person is asked whether they would travel. */
const furtherBy = { minutes: [15, 30, 60], km: [20, 50, 100] } as const;

/** What a person could give up: how far they travel, where they live, each part of the filter; and what their list lacks for each kind of knock-out. */
export function widenVacancies(
  lists: ListIndex,
  profile: EngineProfile,
  question: ListQuestion,
  wanted: number,
): Widening {
  const found = lists.listVacancies(profile, question);
  const count = (its = profile, change: Partial<ListQuestion> = {}) =>
    lists.listVacancies(its, { ...question, ...change }).total;
  const wishing = (wishes: Partial<EngineProfile['wishes']>) => ({
    ...profile,
    wishes: { ...profile.wishes, ...wishes },
  });
  function* trials(): Iterable<Trial> {
    const { reachMinutes, reachKm } = profile.wishes;
    const unit = reachMinutes !== null ? 'minutes' : 'km';
    const reach = reachMinutes ?? reachKm;
    if (reach !== null)
      for (const by of furtherBy[unit]) {
        const further = wishing(unit === 'minutes' ? { reachMinutes: reach + by } : { reachKm: reach + by });
        yield { loosening: { kind: 'reach', unit, to: reach + by }, count: () => count(further) };
      }
    const moving = wishing({ willingToMove: true, municipalities: [], counties: [] });
    yield { loosening: { kind: 'would-move' }, count: () => count(moving) };
    for (const reason of knockOuts)
      if (reason !== 'reach' && found.removed[reason] > 0)
        yield { loosening: { kind: 'knock-out', reason }, count: () => count(profile, { ignoring: reason }) };
    for (const [loosening, filter] of loosenedFilters(question.filter))
      yield { loosening, count: () => count(profile, { filter }) };
  }
  return widening(found.total, wanted, trials);
}
