import type { FactKind } from '#contracts';
import type { EngineFact, EngineProfile } from '../engine.types.js';
import { levelPercent, yearsPercent } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import { wantedOccupations } from '../wishes/wanted-occupations.js';
import { wishWidth, writeWishes } from '../wishes/wish-row.js';
import { ConceptNodes, type ConceptNode } from './concept-nodes.js';
import type { Terms } from './terms.js';

/** The code of a knock-out's fact is said at all. */
export const saidBit = 16;
/** Of a code, see `facts/knowledge.ts`. */
const levelNotSaid = 8;
const levelBits = 7;

/**
 * What a profile is found by, as numbers of terms with their values: the same as `profileTerms(profileForm(profile))` gives, but for places, computed without strings and
 * without objects that are thrown away. One is reused for profile after profile.
 */
export class Expansion {
  readonly row = new Int32Array(wishWidth);
  /** Terms with a value; the first `count` count. */
  terms = new Int32Array(1024);
  count = 0;
  private values = new Uint8Array(1024);
  private readonly nodes: ConceptNodes;
  private readonly occupations: EngineFact[] = [];
  private readonly implied: ConceptNode[] = [];
  private hasSkills = false;
  private wantsWhatWasHeld = false;

  constructor(
    terms: Terms,
    private readonly context: ModelContext,
  ) {
    this.nodes = new ConceptNodes(terms, context);
  }

  /** 0 where the profile has nothing of it. */
  value(term: number): number {
    return term < this.values.length ? this.values[term]! : 0;
  }

  of(profile: EngineProfile): this {
    this.clear();
    this.wantsWhatWasHeld = profile.wishes.occupations.length === 0;
    for (const { kind, conceptId, origin } of profile.facts)
      if (origin === 'denied' && conceptId !== null) this.deny(kind, this.nodes.of(kind, conceptId));
    for (const fact of profile.facts) this.take(fact);
    for (const node of this.implied) this.takeUsualSkills(node);
    this.takeWishes(profile);
    this.settleGroups();
    this.nodes.forgetDenied();
    return this;
  }

  private clear(): void {
    for (let at = 0; at < this.count; at++) this.values[this.terms[at]!] = 0;
    this.count = 0;
    this.occupations.length = 0;
    this.implied.length = 0;
    this.hasSkills = false;
  }

  private raise(term: number, value: number): void {
    if (value === 0) return;
    if (term >= this.values.length) {
      const longer = new Uint8Array(2 * term + 2);
      longer.set(this.values);
      this.values = longer;
    }
    const before = this.values[term]!;
    if (value <= before) return;
    this.values[term] = value;
    if (before !== 0) return;
    if (this.count === this.terms.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.terms);
      this.terms = longer;
    }
    this.terms[this.count++] = term;
  }

  private deny(kind: FactKind, node: ConceptNode): void {
    this.nodes.deny(node);
    if (kind !== 'skill' && kind !== 'occupation') this.raise(this.nodes.deniedTerm(node), 1);
  }

  private take(fact: EngineFact): void {
    const { kind, conceptId, origin } = fact;
    if (origin === 'denied') return;
    const isOwnWord = origin === 'stated' || origin === 'confirmed';
    if (conceptId === null) {
      if (kind !== 'education') return;
      if (isOwnWord) this.say(this.nodes.educationKnown, fact.level);
      if (fact.level !== null) this.earnEducation(fact.level, origin);
      return;
    }
    const node = this.nodes.of(kind, conceptId);
    if (isOwnWord) this.know(kind, node, fact.level);
    else if (this.nodes.isDenied(node)) return;
    this.earn(kind, node, fact);
  }

  /** What a person has said with their own word. */
  private know(kind: FactKind, node: ConceptNode, level: number | null): void {
    if (kind === 'skill' || kind === 'occupation') return;
    if (kind === 'education') this.say(this.nodes.educationKnown, level ?? node.educationLevel);
    else for (const term of this.nodes.knownTerms(node)) this.say(term, level);
  }

  private say(term: number, level: number | null): void {
    const code = this.value(term) & ~saidBit;
    const next = level === null ? code | levelNotSaid : (code & levelNotSaid) | Math.max(level, code & levelBits);
    this.raise(term, saidBit | next);
  }

  private earnEducation(level: number, origin: EngineFact['origin']): void {
    const { model } = this.context;
    if (level > 0)
      this.raise(this.nodes.educationLevel, Math.floor((model.levels.education[level]! * model.origin[origin]) / 100));
  }

  private earn(kind: FactKind, node: ConceptNode, { level, years, origin }: EngineFact): void {
    const { model } = this.context;
    if (kind === 'education') {
      this.earnEducation(level ?? node.educationLevel ?? 0, origin);
      if (node.educationLevel !== null) return;
    }
    if (kind === 'skill') this.hasSkills = true;
    const percent = model.origin[origin];
    const isInferred = origin === 'inferred';
    this.nodes.markPresent(node);
    const full = levelPercent(model, kind, level) * percent;
    const long = years === null || years === 0 ? 0 : yearsPercent(model, years) * percent;
    const { targets, similarities, isExact } = node;
    for (let at = 0; at < targets.length; at++) {
      if (isInferred && (isExact[at] === 0 || this.nodes.isDeniedTerm(targets[at]!))) continue;
      this.raise(targets[at]!, Math.floor((similarities[at]! * full) / 10_000));
      if (long > 0) this.raise(this.nodes.yearsTerms(node)[at]!, Math.floor((similarities[at]! * long) / 10_000));
    }
    if (kind !== 'occupation') return;
    for (const term of this.nodes.heldWithin(node)) this.raise(term, 1);
    if (isInferred) return;
    if (this.wantsWhatWasHeld)
      this.occupations.push({ id: '', kind, conceptId: node.conceptId, level, years, origin, span: null });
    this.implied.push(node);
    if (node.group >= 0)
      this.raise(node.group, Math.floor(((model.similarity.occupation['same-group'] ?? 0) * percent) / 100));
  }

  /** What holding an occupation implies, unless it is denied or there already. */
  private takeUsualSkills(occupation: ConceptNode): void {
    const { skills, terms, values } = this.nodes.impliedSkills(occupation);
    for (let at = 0; at < terms.length; at++) {
      if (this.nodes.isSettledTerm(skills[at]!)) continue;
      this.hasSkills = true;
      if (!this.nodes.isDeniedTerm(terms[at]!)) this.raise(terms[at]!, values[at]!);
    }
  }

  private takeWishes(profile: EngineProfile): void {
    const { model, municipalities } = this.context;
    const { list } = wantedOccupations(profile, this.occupations, model);
    for (const { conceptId, liking } of list) {
      const node = this.nodes.of('occupation', conceptId);
      const { within, exactly, group } = this.nodes.wantedTerms(node);
      this.raise(within, liking);
      for (let at = 0; at < exactly.length; at++)
        this.raise(exactly[at]!, Math.floor((node.similarities[at]! * liking) / 100));
      if (group >= 0) this.raise(group, Math.floor(((model.similarity.occupation['same-group'] ?? 0) * liking) / 100));
    }
    const wants = { occupation: list.length > 0, skills: this.hasSkills };
    writeWishes(this.row, 0, profile, wants, model, municipalities);
  }

  /** An occupation's term holds only what it earns above its group's: the sum is the better of both. */
  private settleGroups(): void {
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const term = this.terms[at]!;
      const group = this.nodes.groupOfTerm(term);
      if (group >= 0) {
        const above = this.values[term]! - this.value(group);
        this.values[term] = Math.max(0, above);
        if (above <= 0) continue;
      }
      this.terms[kept++] = term;
    }
    this.count = kept;
  }
}
