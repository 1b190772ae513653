import type { RankBy } from '#contracts';
import type { KernelLists } from '../src/kernel/kernel-lists.js';
import { kernelOn } from '../src/kernel/load-kernel.js';
import { dayNumber } from '../src/model/calendar-day.js';
import type { ListQuestion } from '../src/ranking/list-index.js';
import { elapsed, median, total } from './figures.js';
import { today, type World } from './world.js';

export const question = (rankBy: RankBy, k = 50): ListQuestion => ({
  rankBy,
  k,
  after: null,
  filter: {},
  today: dayNumber(today),
  ignoring: null,
});

export type Side = 'profiles' | 'vacancies';

/** Milliseconds of a question, of the floor beneath it, and of writing it: medians of rounds, averaged over questions. */
export interface Speed {
  readonly find: number;
  readonly floor: number;
  readonly write: number;
  readonly p95: number;
}

/**
 * Questions by each score in turn, so that whatever else the machine does meets all alike. The floor is the kernel's own: it fills the sums and adds up the same lists, and
 * does nothing else.
 */
export function speeds(
  lists: KernelLists,
  world: World,
  side: Side,
  questions: number,
  rounds: number,
): Record<RankBy, Speed> {
  const wasm = kernelOn(lists.memory);
  const { asker, room } = lists;
  const vacancies = Array.from({ length: questions }, (_, n) => world.formOfVacancy(world.vacancyAt(n)));
  const profiles = Array.from({ length: questions }, (_, n) => world.profile(world.profileAt(n)));
  const ranks = ['employer', 'seeker', 'both'] as const;
  const measured = Object.fromEntries(
    ranks.map((rank) => [rank, { find: [], floor: [], write: [] }]),
  ) as unknown as Record<RankBy, { find: number[]; floor: number[]; write: number[] }>;
  const single: Record<string, number[]> = {};
  for (let at = 0; at < questions; at++) {
    const seen = ranks.map(() => ({ find: [] as number[], floor: [] as number[], write: [] as number[] }));
    for (let round = 0; round < rounds + 2; round++)
      for (const [which, rankBy] of ranks.entries()) {
        const write = elapsed(() => {
          if (side === 'profiles') asker.askProfiles(vacancies[at]!, question(rankBy));
          else asker.askVacancies(profiles[at]!, question(rankBy));
        });
        const floor = elapsed(() => wasm.fillAndAdd(room.at));
        const find = elapsed(() => wasm.find(room.at));
        if (round < 2) continue;
        seen[which]!.write.push(write);
        seen[which]!.floor.push(floor);
        seen[which]!.find.push(find);
      }
    for (const [which, rankBy] of ranks.entries())
      for (const key of ['find', 'floor', 'write'] as const) measured[rankBy][key].push(median(seen[which]![key]));
  }
  for (const rank of ranks) single[rank] = [...measured[rank].find].sort((a, b) => a - b);
  return Object.fromEntries(
    ranks.map((rank) => {
      const { find, floor, write } = measured[rank];
      const p95 = single[rank]![Math.floor(questions * 0.95)]!;
      return [
        rank,
        { find: total(find) / questions, floor: total(floor) / questions, write: total(write) / questions, p95 },
      ];
    }),
  ) as Record<RankBy, Speed>;
}
