import type { Earning, Earnings } from '../facts/earnings.js';
import { factKey } from '../facts/held-facts.js';
import { answer } from '../model/answer.js';
import { isSkillAsk, type Ask, type Choice } from './ask.js';

/** What one ask earned. */
export interface Answered {
  readonly ask: Ask;
  readonly earning: Earning | undefined;
  readonly points: number;
  /** Points to be had. */
  readonly of: number;
  /** Whether it, or what stands in for it, could earn more. */
  readonly isShort: boolean;
  /** Whether its points are for using skills too. */
  readonly usesSkills: boolean;
  /** An alternative answers in its place: it neither earns nor asks for points. */
  readonly standsBack: boolean;
}

export function answeredAsk(ask: Ask, earnings: Earnings): Answered {
  const earning = earningFor(ask, earnings);
  const points = earnedPoints(ask, earning);
  const of = 100 * ask.share;
  return { ask, earning, points, of, isShort: points < of, usesSkills: isSkillAsk(ask), standsBack: false };
}

/** The member that earns most, the first of equals, answers for all. */
export function answeredChoice(choice: Choice, earnings: Earnings): Answered[] {
  const members = choice.members.map((asks) => asks.map((ask) => answeredAsk(ask, earnings)));
  const best = members.reduce((most, member) => (pointsOf(member) > pointsOf(most) ? member : most));
  const isShort = pointsOf(best) < 100 * choice.share;
  const { usesSkills } = choice;
  return members.flatMap((member) =>
    member.map((one) =>
      member === best
        ? { ...one, isShort: isShort && one.isShort, usesSkills }
        : { ...one, earning: undefined, points: 0, of: 0, isShort, usesSkills, standsBack: true },
    ),
  );
}

/** The most points that any member earns: `answeredChoice` without its objects, for lists. */
export function choicePoints({ members }: Choice, earnings: Earnings): number {
  let most = 0;
  for (const asks of members) {
    let points = 0;
    for (const ask of asks) points += earnedPoints(ask, earningFor(ask, earnings));
    if (points > most) most = points;
  }
  return most;
}

export const pointsOf = (some: readonly Answered[]): number => some.reduce((sum, { points }) => sum + points, 0);

const earnedPoints = ({ share, need }: Ask, earning: Earning | undefined): number =>
  earning === undefined ? 0 : share * answer(earning.credit, need);

function earningFor({ facet, kind, conceptId }: Ask, earnings: Earnings): Earning | undefined {
  if (conceptId === null) return earnings.educationLevel;
  return facet === 'years' ? earnings.years.get(factKey(kind, conceptId)) : earnings.concept(kind, conceptId);
}
