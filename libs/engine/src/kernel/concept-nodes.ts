import type { FactKind } from '#contracts';
import { levelPercent } from '../model/answer.js';
import type { ModelContext } from '../model-context.js';
import { termKey } from '../term-key.js';
import type { Terms } from './terms.js';

/** A concept of one kind, with the numbers of all terms that a fact about it touches. Terms that few need are looked up when they are. */
export interface ConceptNode {
  readonly kind: FactKind;
  readonly conceptId: string;
  /** Terms of credit, the concept's own first, and how much of it each keeps, in percent. */
  readonly targets: Int32Array;
  readonly similarities: Uint8Array;
  /** 1 for the concept itself and its exact matches. */
  readonly isExact: Uint8Array;
  readonly targetIds: readonly string[];
  /** The term of its group's credit; -1 if it has none. */
  readonly group: number;
  readonly educationLevel: number | null;
  years?: Int32Array;
  known?: Int32Array;
  denied?: number;
  heldWithin?: Int32Array;
  implied?: ImpliedSkills;
  wanted?: { readonly within: number; readonly exactly: Int32Array; readonly group: number };
}

/** What holding an occupation implies, all skills in one: for each exact match a term, its value, and the term of the skill that it is a match of. */
export interface ImpliedSkills {
  readonly skills: Int32Array;
  readonly terms: Int32Array;
  readonly values: Uint8Array;
}

const denied = 1;
const present = 2;
/** More are not remembered: ids that no taxonomy knows are unbounded. */
const mostNodes = 200_000;

export class ConceptNodes {
  readonly educationKnown: number;
  readonly educationLevel: number;
  private readonly byKind = new Map<FactKind, Map<string, ConceptNode>>();
  private nodeCount = 0;
  /** By term of credit of an occupation: its group's term. */
  private groups = new Int32Array(1024).fill(-1);
  /** By term of credit: what the profile at hand denies or has. */
  private marks = new Uint8Array(1024);
  private readonly marked: number[] = [];

  constructor(
    private readonly termNumbers: Terms,
    private readonly context: ModelContext,
  ) {
    this.educationKnown = termNumbers.number(termKey.known('education', null));
    this.educationLevel = termNumbers.number(termKey.educationLevel());
  }

  of(kind: FactKind, conceptId: string): ConceptNode {
    let nodes = this.byKind.get(kind);
    if (!nodes) this.byKind.set(kind, (nodes = new Map<string, ConceptNode>()));
    const known = nodes.get(conceptId);
    if (known) return known;
    if (this.nodeCount++ > mostNodes) {
      this.byKind.clear();
      this.byKind.set(kind, (nodes = new Map<string, ConceptNode>()));
      this.nodeCount = 0;
    }
    const node = this.make(kind, conceptId);
    nodes.set(conceptId, node);
    return node;
  }

  deny(node: ConceptNode): void {
    this.mark(node, denied);
  }

  markPresent(node: ConceptNode): void {
    this.mark(node, present);
  }

  isDenied(node: ConceptNode): boolean {
    return this.isDeniedTerm(node.targets[0]!);
  }

  isDeniedTerm(term: number): boolean {
    return term < this.marks.length && (this.marks[term]! & denied) !== 0;
  }

  /** Whether the profile at hand has it or denies it. */
  isSettledTerm(term: number): boolean {
    return term < this.marks.length && this.marks[term]! !== 0;
  }

  /** For the next profile. */
  forgetDenied(): void {
    for (const term of this.marked) this.marks[term] = 0;
    this.marked.length = 0;
  }

  groupOfTerm(term: number): number {
    return term < this.groups.length ? this.groups[term]! : -1;
  }

  yearsTerms(node: ConceptNode): Int32Array {
    return (node.years ??= this.numbers(node.targetIds, (id) => termKey.years(node.kind, id)));
  }

  /** The person's own word on the concept and on all that it includes. */
  knownTerms(node: ConceptNode): Int32Array {
    return (node.known ??= this.numbers(
      node.targetIds.filter((_, at) => node.similarities[at] === 100),
      (id) => termKey.known(node.kind, id),
    ));
  }

  deniedTerm(node: ConceptNode): number {
    return (node.denied ??= this.termNumbers.number(termKey.denied(node.kind, node.conceptId)));
  }

  heldWithin(node: ConceptNode): Int32Array {
    if (node.heldWithin) return node.heldWithin;
    const { graph } = this.context;
    const { conceptId } = node;
    const group = graph.occupationGroupOf(conceptId);
    return (node.heldWithin = this.numbers(
      [...new Set([conceptId, ...(group === undefined ? [] : [group]), ...graph.ancestors(conceptId)])],
      (id) => termKey.heldWithin(id),
    ));
  }

  impliedSkills(node: ConceptNode): ImpliedSkills {
    return (node.implied ??= this.implied(node));
  }

  wantedTerms(node: ConceptNode): { readonly within: number; readonly exactly: Int32Array; readonly group: number } {
    if (node.wanted) return node.wanted;
    const group = this.context.graph.occupationGroupOf(node.conceptId);
    return (node.wanted = {
      within: this.termNumbers.number(termKey.wantedWithin(node.conceptId)),
      exactly: this.numbers(node.targetIds, (id) => termKey.wantedExactly(id)),
      group: group === undefined ? -1 : this.termNumbers.number(termKey.wantedGroup(group)),
    });
  }

  private implied(node: ConceptNode): ImpliedSkills {
    const { model, graph } = this.context;
    const full = levelPercent(model, 'skill', null) * model.origin.inferred;
    const found = graph.usualSkills(node.conceptId).flatMap((id) => {
      const { targets, similarities, isExact } = this.of('skill', id);
      return [...targets].flatMap((term, at) =>
        isExact[at] === 1 ? [{ skill: targets[0]!, term, value: Math.floor((similarities[at]! * full) / 10_000) }] : [],
      );
    });
    return {
      skills: Int32Array.from(found, ({ skill }) => skill),
      terms: Int32Array.from(found, ({ term }) => term),
      values: Uint8Array.from(found, ({ value }) => value),
    };
  }

  private make(kind: FactKind, conceptId: string): ConceptNode {
    const { relations, graph } = this.context;
    const found = relations.targets(kind, conceptId);
    const targetIds = found.map((target) => target.conceptId);
    const targets = this.numbers(targetIds, (id) => termKey.concept(kind, id));
    if (kind === 'occupation') for (const [at, id] of targetIds.entries()) this.noteGroup(targets[at]!, id);
    const group = kind === 'occupation' ? graph.occupationGroupOf(conceptId) : undefined;
    return {
      kind,
      conceptId,
      targets,
      targetIds,
      similarities: Uint8Array.from(found, ({ similarity }) => similarity),
      isExact: Uint8Array.from(found, ({ relation }) => (relation === 'same' || relation === 'exact-match' ? 1 : 0)),
      group: group === undefined ? -1 : this.termNumbers.number(termKey.group(group)),
      educationLevel: kind === 'education' ? (graph.educationLevelOf?.(conceptId) ?? null) : null,
    };
  }

  private noteGroup(term: number, occupationId: string): void {
    const group = this.context.graph.occupationGroupOf(occupationId);
    if (group === undefined) return;
    if (term >= this.groups.length) {
      const longer = new Int32Array(2 * term).fill(-1);
      longer.set(this.groups);
      this.groups = longer;
    }
    this.groups[term] = this.termNumbers.number(termKey.group(group));
  }

  private mark(node: ConceptNode, bit: number): void {
    const term = node.targets[0]!;
    if (term >= this.marks.length) {
      const longer = new Uint8Array(2 * term + 2);
      longer.set(this.marks);
      this.marks = longer;
    }
    if (this.marks[term] === 0) this.marked.push(term);
    this.marks[term]! |= bit;
  }

  private numbers(ids: readonly string[], keyOf: (id: string) => string): Int32Array {
    return Int32Array.from(ids, (id) => this.termNumbers.number(keyOf(id)));
  }
}
