import type { ReadDemandKind } from '../reading.types.js';
import type { TokenRange } from '../text/sentences.js';

/** Something read in a sentence, before it is known how much it is asked for. */
export interface Finding extends TokenRange {
  readonly kind: ReadDemandKind;
  readonly conceptId: string | null;
  readonly words: string | null;
  readonly level: number | null;
  readonly years: number | null;
  readonly rule: string;
  readonly confidence: number;
}

export type FindingInput = Pick<Finding, 'kind' | 'conceptId' | 'from' | 'to' | 'rule' | 'confidence'> &
  Partial<Finding>;

export function finding(input: FindingInput): Finding {
  return { words: null, level: null, years: null, ...input };
}
