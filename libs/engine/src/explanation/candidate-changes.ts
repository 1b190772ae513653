import type { Counterfactual, FactKind } from '#contracts';
import type { ModelContext } from '../model-context.js';
import { educationLevelOf } from '../demands/ask.js';
import { judgeCheck, judgeMember } from '../demands/knock-out-check.js';
import type { EngineDemand } from '../engine.types.js';
import type { HeldFact } from '../facts/held-facts.js';
import type { Pair } from '../pair.js';

export type CandidateChange = Pick<Counterfactual, 'change' | 'demandId' | 'effort'>;

const confirm = 1;
const shortCourse = 2;
const years = 3;

/** The changes worth trying: what answers each demand that is not answered in full, its years, and the occupation. */
export function candidateChanges(pair: Pair, context: ModelContext): CandidateChange[] {
  const { vacancy } = pair;
  const { knowledge } = pair.profile;
  const unsettled = vacancy.checks
    .filter((check) => judgeCheck(check, knowledge).state !== 'met')
    .flatMap(({ members }) => members);
  const isUnknown = (demand: EngineDemand) =>
    unsettled.some((member) => member.demand === demand && judgeMember(member, knowledge) === 'unknown');
  const short = pair.answered.filter(({ isShort }) => isShort);
  const candidates: CandidateChange[] = [];
  for (const demand of vacancy.demands) {
    const { kind, conceptId } = demand;
    if (conceptId === null) continue;
    const shortOf = (part: 'demand' | 'experience') =>
      short.some(({ ask }) => ask.part === part && ask.demand === demand);
    const before = heldAbout(pair, kind, conceptId);
    const level = wantedLevel(demand, context);
    if (shortOf('demand') || unsettled.some((member) => member.demand === demand)) {
      const effort = isUnknown(demand) ? confirm : effortOf(kind, level, before);
      candidates.push({ change: { kind, conceptId, level, years: null }, demandId: demand.id, effort });
    }
    if (shortOf('experience')) {
      const notSaid = before !== undefined && before.years === null;
      const change = { kind, conceptId, level, years: demand.years };
      candidates.push({ change, demandId: demand.id, effort: notSaid ? confirm : years });
    }
  }
  const occupation = short.find(({ ask }) => ask.part === 'occupation')?.ask.conceptId ?? null;
  if (occupation !== null) {
    const effort = effortOf('occupation', null, heldAbout(pair, 'occupation', occupation));
    const change = { kind: 'occupation' as const, conceptId: occupation, level: null, years: null };
    candidates.push({ change, demandId: null, effort });
  }
  const byChange = new Map(
    candidates.map((candidate) => [JSON.stringify(candidate.change), candidate] as const).reverse(),
  );
  return [...byChange.values()];
}

const heldAbout = ({ profile }: Pair, kind: FactKind, conceptId: string): HeldFact | undefined =>
  profile.earnings.held.find((fact) => fact.kind === kind && fact.conceptId === conceptId);

/** The level that answers a demand in full. */
function wantedLevel(demand: EngineDemand, { model, graph }: ModelContext): number | null {
  if (demand.kind === 'education') return educationLevelOf(demand, graph);
  if (demand.kind !== 'skill' && demand.kind !== 'language') return null;
  const percents = model.levels[demand.kind];
  return demand.level ?? percents.findIndex((percent, level) => level > 0 && percent >= percents[0]!);
}

function effortOf(kind: FactKind, level: number | null, before: HeldFact | undefined): number {
  const rise = before === undefined || before.level === null || level === null ? undefined : level - before.level;
  if (before && (before.level === null || rise === undefined || rise <= 0)) return confirm;
  if (kind === 'skill') return rise === undefined || rise === 1 ? shortCourse : years;
  if (kind === 'language') return rise === 1 ? shortCourse : years;
  return kind === 'driving-licence' ? shortCourse : years;
}
