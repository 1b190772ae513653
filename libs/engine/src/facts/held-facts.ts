import type { FactKind } from '#contracts';
import type { ConceptGraph, EngineFact, EngineProfile } from '../engine.types.js';
import { byCodeUnit } from '../model/code-unit-order.js';

/** A fact that counts. An inferred one carries the id and span of the occupation that it follows from. */
export type HeldFact = EngineFact;

export const factKey = (kind: FactKind, conceptId: string): string => `${kind}|${conceptId}`;

/** Kind and concept of everything that the person has denied. */
export function deniedFacts(profile: EngineProfile): Set<string> {
  const denied = new Set<string>();
  for (const fact of profile.facts)
    if (fact.origin === 'denied' && fact.conceptId !== null) denied.add(factKey(fact.kind, fact.conceptId));
  return denied;
}

/**
 * The facts that count: all with a concept (for education a level will do), but for denied ones and for what a machine read or inferred about a concept that the
 * person denies; and the skills that the occupations held imply, unless they are denied or there already.
 */
export function heldFacts(profile: EngineProfile, graph: ConceptGraph): HeldFact[] {
  const denied = deniedFacts(profile);
  const held: HeldFact[] = [];
  const present = new Set<string>();
  for (const fact of profile.facts) {
    if (fact.origin === 'denied') continue;
    if (fact.conceptId === null) {
      if (fact.kind === 'education' && fact.level !== null) held.push(fact);
      continue;
    }
    const key = factKey(fact.kind, fact.conceptId);
    const machineMade = fact.origin === 'extracted' || fact.origin === 'inferred';
    if (machineMade && denied.has(key)) continue;
    held.push(fact);
    present.add(key);
  }
  const occupations = held.filter((fact) => fact.kind === 'occupation' && fact.origin !== 'inferred');
  for (const occupation of occupations.sort((a, b) => byCodeUnit(a.id, b.id))) {
    for (const skill of graph.usualSkills(occupation.conceptId ?? '')) {
      const key = factKey('skill', skill);
      if (denied.has(key) || present.has(key)) continue;
      present.add(key);
      held.push({ ...occupation, kind: 'skill', conceptId: skill, level: null, years: null, origin: 'inferred' });
    }
  }
  return held;
}
