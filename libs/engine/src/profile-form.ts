import type { EngineProfile } from './engine.types.js';
import { Earnings } from './facts/earnings.js';
import { knowledgeOf, type Knowledge } from './facts/knowledge.js';
import type { ModelContext } from './model-context.js';
import { highestByKey, termKey, type Term } from './term-key.js';
import { namedPlaceKeys, wantedTerms, wantedTypeKeys, type WantedTerm } from './wishes/wish-terms.js';
import { wantedOccupations } from './wishes/wanted-occupations.js';
import { wishWidth, writeWishes } from './wishes/wish-row.js';

/** A profile as the model computes with it. */
export interface ProfileForm {
  readonly profile: EngineProfile;
  readonly earnings: Earnings;
  readonly wanted: readonly WantedTerm[];
  /** Nothing was wished: what was held is taken to be wanted. */
  readonly wantsWhatWasHeld: boolean;
  readonly namedPlaces: readonly string[];
  readonly wantedTypes: readonly string[];
  readonly knowledge: Knowledge;
  readonly row: Int32Array;
}

export function profileForm(profile: EngineProfile, context: ModelContext): ProfileForm {
  const { model, graph, relations, municipalities } = context;
  const earnings = new Earnings(profile, model, graph, relations);
  const { list, implied } = wantedOccupations(profile, earnings.held, model);
  const row = new Int32Array(wishWidth);
  const wants = { occupation: list.length > 0, skills: earnings.hasSkills };
  writeWishes(row, 0, profile, wants, model, municipalities);
  return {
    profile,
    earnings,
    wanted: wantedTerms(list, model, graph, relations),
    wantsWhatWasHeld: implied,
    namedPlaces: namedPlaceKeys(profile),
    wantedTypes: wantedTypeKeys(profile),
    knowledge: knowledgeOf(profile, graph, relations),
    row,
  };
}

/** A wish row of which only the columns about places mean anything: all that it takes to judge places. */
export function placeRow(profile: EngineProfile, { model, municipalities }: ModelContext): Int32Array {
  const row = new Int32Array(wishWidth);
  writeWishes(row, 0, profile, { occupation: false, skills: false }, model, municipalities);
  return row;
}

/** Everything that a profile is found by in the index. */
export function profileTerms(form: ProfileForm, context: ModelContext): Term[] {
  const terms = form.earnings.terms();
  terms.push(...highestByKey(form.wanted));
  const flags = new Set([...form.namedPlaces, ...form.wantedTypes, ...form.knowledge.denied]);
  for (const key of heldOccupationKeys(form, context)) flags.add(key);
  for (const key of flags) terms.push({ key, value: 1 });
  for (const [key, value] of form.knowledge.held) terms.push({ key, value });
  return terms;
}

function* heldOccupationKeys({ earnings }: ProfileForm, { graph }: ModelContext): Iterable<string> {
  for (const { kind, conceptId } of earnings.held) {
    if (kind !== 'occupation' || conceptId === null) continue;
    yield termKey.heldWithin(conceptId);
    const group = graph.occupationGroupOf(conceptId);
    if (group !== undefined) yield termKey.heldWithin(group);
    for (const broader of graph.ancestors(conceptId)) yield termKey.heldWithin(broader);
  }
}
