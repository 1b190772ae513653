import { judgeCheck, knockOuts, type KnockOutCheck } from '../demands/knock-out-check.js';
import type { KnockOut } from '../engine.types.js';
import type { Knowledge } from '../facts/knowledge.js';

/** Every different knock-out of any vacancy. A profile can only fail those about which it has said something. */
export class CheckTable {
  readonly all: KnockOutCheck[] = [];
  private readonly numbers = new Map<string, number>();
  /** By what is held or denied: the checks whose first member is about it. */
  private readonly about = new Map<string, number[]>();

  number(check: KnockOutCheck): number {
    const known = this.numbers.get(check.signature);
    if (known !== undefined) return known;
    const number = this.all.push(check) - 1;
    this.numbers.set(check.signature, number);
    const [first] = check.members;
    for (const key of new Set([first!.heldKey, ...first!.deniedKeys])) {
      const others = this.about.get(key);
      if (others) others.push(number);
      else this.about.set(key, [number]);
    }
    return number;
  }

  failedBy(knowledge: Knowledge, ignoring: KnockOut | null): Set<number> {
    const failed = new Set<number>();
    const judge = (key: string) => {
      for (const number of this.about.get(key) ?? []) {
        const check = this.all[number]!;
        if (knockOuts[check.reasonAt] === ignoring) continue;
        if (judgeCheck(check, knowledge).state === 'not-met') failed.add(number);
      }
    };
    for (const key of knowledge.held.keys()) judge(key);
    for (const key of knowledge.denied) judge(key);
    return failed;
  }
}
