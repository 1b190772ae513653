/** More of a feed's ads than this share do not leave at once without an operator's word. */
const mostShare = 0.3;
/** So few are no mass. */
const fewest = 3;

/** Whether so many removals, of so many ads that a feed has, must wait for an operator. */
export const isBraked = (removals: number, active: number): boolean =>
  removals >= fewest && removals > active * mostShare;
