import { knockOuts, type KnockOutCheck } from '../demands/knock-out-check.js';
import type { KnockOut } from '../engine.types.js';
import { judge } from '../facts/knowledge.js';
import { saidBit, type Expansion } from './expansion.js';
import type { Terms } from './terms.js';

interface NumberedMember {
  readonly held: number;
  readonly denied: readonly number[];
  readonly level: number | null;
}

/** Every different knock-out of any vacancy. A profile can only fail those about which it has said something. */
export class CheckTable {
  readonly all: KnockOutCheck[] = [];
  private readonly members: NumberedMember[][] = [];
  private readonly numbers = new Map<string, number>();
  /** By term of what is held or denied: the checks whose first member is about it. */
  private readonly about: number[][] = [];

  /** `terms` are those of profiles. */
  constructor(private readonly terms: Terms) {}

  number(check: KnockOutCheck): number {
    const known = this.numbers.get(check.signature);
    if (known !== undefined) return known;
    const number = this.all.push(check) - 1;
    this.numbers.set(check.signature, number);
    const members = check.members.map(({ heldKey, deniedKeys, level }) => ({
      held: this.terms.number(heldKey),
      denied: deniedKeys.map((key) => this.terms.number(key)),
      level,
    }));
    this.members.push(members);
    const [first] = members;
    for (const term of new Set([first!.held, ...first!.denied])) (this.about[term] ??= []).push(number);
    return number;
  }

  /** The numbers of those that a profile fails, each once. */
  failedBy(profile: Expansion, ignoring: KnockOut | null): Set<number> {
    const failed = new Set<number>();
    for (let at = 0; at < profile.count; at++)
      for (const number of this.about[profile.terms[at]!] ?? [])
        if (knockOuts[this.all[number]!.reasonAt] !== ignoring && this.fails(profile, number)) failed.add(number);
    return failed;
  }

  private fails(profile: Expansion, number: number): boolean {
    return this.members[number]!.every(({ held, denied, level }) => {
      const code = profile.value(held);
      const isDenied = denied.some((term) => profile.value(term) !== 0);
      return judge(code === 0 ? undefined : code & ~saidBit, isDenied, level) === 'not-met';
    });
  }
}
