import { askedBy, isSkillAsk, type Ask, type Asked } from './demands/ask.js';
import { effectiveDemands, type DemandOverrides } from './demands/effective-demands.js';
import { knockOutChecks, type KnockOutCheck } from './demands/knock-out-check.js';
import type { EngineDemand, EngineVacancy } from './engine.types.js';
import type { ModelContext } from './model-context.js';
import { termKey } from './term-key.js';
import { offerWidth, writeOffer } from './wishes/offer-row.js';
import { offeredOccupationKeys, offeredPlaceKeys, offeredTypeKeys } from './wishes/wish-terms.js';

/** A vacancy as the model computes with it. */
export interface VacancyForm extends Asked {
  readonly vacancy: EngineVacancy;
  readonly demands: readonly EngineDemand[];
  readonly checks: readonly KnockOutCheck[];
  readonly places: readonly number[];
  readonly occupationKeys: readonly string[];
  readonly placeKeys: readonly string[];
  readonly typeKeys: readonly string[];
  readonly row: Int32Array;
}

export function vacancyForm(vacancy: EngineVacancy, context: ModelContext, overrides?: DemandOverrides): VacancyForm {
  const { model, graph, relations, municipalities } = context;
  const demands = effectiveDemands(vacancy, overrides);
  const { asks, choices } = askedBy(vacancy, demands, context);
  const places = [...new Set(vacancy.municipalities.map((code) => municipalities.number(code)))].filter((n) => n >= 0);
  const forSkills = [...asks.filter(isSkillAsk), ...choices.filter(({ usesSkills }) => usesSkills)];
  const skillShares = forSkills.reduce((sum, { share }) => sum + share, 0);
  const asksNothing = asks.length + choices.length === 0;
  const row = new Int32Array(offerWidth);
  writeOffer(row, 0, vacancy, skillShares, asksNothing ? model.fitWhenNothingSaid : 0);
  return {
    vacancy,
    demands,
    asks,
    choices,
    checks: knockOutChecks(demands, graph, relations),
    places,
    occupationKeys: offeredOccupationKeys(vacancy, graph),
    placeKeys: offeredPlaceKeys(places, municipalities),
    typeKeys: offeredTypeKeys(vacancy, graph),
    row,
  };
}

/** The index terms of an ask, whose credits add up to the ask's: an occupation's own, and its group's. */
export function askKeys(ask: Ask, context: ModelContext): string[] {
  if (ask.facet === 'education-level' || ask.conceptId === null) return [termKey.educationLevel()];
  if (ask.facet === 'years') return [termKey.years(ask.kind, ask.conceptId)];
  const own = termKey.concept(ask.kind, ask.conceptId);
  const group = ask.kind === 'occupation' ? context.graph.occupationGroupOf(ask.conceptId) : undefined;
  return group === undefined ? [own] : [own, termKey.group(group)];
}
