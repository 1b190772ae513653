/** How a word is asked for, and how plainly: 0 not at all, 1 names the job sought, 2 describes the person sought, 3 demands or wishes outright. */
export interface Ask {
  readonly necessity: 'requirement' | 'merit' | null;
  readonly strength: 0 | 1 | 2 | 3;
}

export const UNASKED: Ask = { necessity: null, strength: 0 };
export const NEEDED: Ask = { necessity: 'requirement', strength: 3 };
export const WISHED: Ask = { necessity: 'merit', strength: 3 };
export const PRESENT: Ask = { necessity: 'requirement', strength: 2 };
export const SOUGHT: Ask = { necessity: 'requirement', strength: 1 };
