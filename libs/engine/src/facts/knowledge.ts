import type { ConceptGraph, Eligibility, EngineProfile } from '../engine.types.js';
import { termKey } from '../term-key.js';
import type { RelationTable } from './relation-table.js';

/** A level of 1 to 6 in the low bits, 0 where none was said; this bit where some fact said no level. */
const levelNotSaid = 8;
const levelBits = 7;

/** What a person has said with their own word, stated or confirmed, that knock-outs are judged by. What a machine read or inferred settles nothing. */
export interface Knowledge {
  /** Codes by `termKey.known`. */
  readonly held: ReadonlyMap<string, number>;
  /** Of `termKey.denied`. */
  readonly denied: ReadonlySet<string>;
}

export function knowledgeOf(profile: EngineProfile, graph: ConceptGraph, relations: RelationTable): Knowledge {
  const held = new Map<string, number>();
  const denied = new Set<string>();
  const say = (key: string, level: number | null) => {
    const code = held.get(key) ?? 0;
    held.set(key, level === null ? code | levelNotSaid : (code & levelNotSaid) | Math.max(level, code & levelBits));
  };
  for (const { kind, conceptId, level, origin } of profile.facts) {
    if (kind === 'skill' || kind === 'occupation') continue;
    if (origin === 'denied' && conceptId !== null) denied.add(termKey.denied(kind, conceptId));
    if (origin !== 'stated' && origin !== 'confirmed') continue;
    if (kind === 'education') {
      const named = conceptId === null ? undefined : graph.educationLevelOf?.(conceptId);
      say(termKey.known('education', null), level ?? named ?? null);
    } else if (conceptId !== null) {
      for (const implied of relations.implied(kind, conceptId)) say(termKey.known(kind, implied), level);
    }
  }
  return { held, denied };
}

/** Met by a fact that is high enough; else not met by a denial; else unknown where nothing, or no level, was said. */
export function judge(code: number | undefined, denied: boolean, level: number | null): Eligibility {
  if (code !== undefined && (level === null || (code & levelBits) >= level)) return 'met';
  if (denied) return 'not-met';
  return code === undefined || (code & levelNotSaid) !== 0 ? 'unknown' : 'not-met';
}
