import type { MatchingModel } from '../model/model.types.js';
import { offer } from './offer-row.js';
import { unsaid, wish } from './wish-row.js';

/** Credits that come from the index or from the place, not from the rows. */
export interface GivenCredits {
  /** How well the occupation answers the wishes; ignored where the vacancy names none. */
  readonly wanted: number;
  readonly place: number;
  readonly typeWanted: boolean;
  /** Points that the person's skills earn of the vacancy's skill shares. */
  readonly skillPoints: number;
}

/** The credits of the seeker's parts, in the order of `seekerParts`. */
export function seekerCredits(
  wishes: Int32Array,
  w: number,
  offers: Int32Array,
  o: number,
  given: GivenCredits,
  model: MatchingModel,
): number[] {
  return [
    offers[o + offer.saysOccupation] === 1 ? given.wanted : model.notSaid,
    given.place,
    offers[o + offer.saysType] === 0 ? model.notSaid : given.typeWanted ? 100 : 0,
    extentCredit(wishes, w, offers, o, model),
    startCredit(wishes[w + wish.start]!, offers[o + offer.start]!, model),
    payCredit(wishes[w + wish.payFloor]!, offers[o + offer.pay]!, model),
    skillsCredit(given.skillPoints, offers[o + offer.skillShares]!, model),
  ];
}

/** Seeker's fit, 0 to 1,000,000. */
export function seekerPoints(
  wishes: Int32Array,
  w: number,
  offers: Int32Array,
  o: number,
  given: GivenCredits,
  model: MatchingModel,
): number {
  let points = wishes[w + wish.base]!;
  const credits = seekerCredits(wishes, w, offers, o, given, model);
  for (let part = 0; part < credits.length; part++) points += wishes[w + wish.wantedShare + part]! * credits[part]!;
  return points;
}

/** Full where the ranges meet, then less for each percentage point between them. */
function extentCredit(wishes: Int32Array, w: number, offers: Int32Array, o: number, model: MatchingModel): number {
  if (offers[o + offer.extentMin] === unsaid) return model.notSaid;
  const above = offers[o + offer.extentMin]! - wishes[w + wish.extentMax]!;
  const below = wishes[w + wish.extentMin]! - offers[o + offer.extentMax]!;
  return Math.max(0, 100 - model.extentStep * Math.max(0, above, below));
}

function startCredit(earliest: number, start: number, model: MatchingModel): number {
  if (start === unsaid) return model.notSaid;
  const early = Math.max(0, earliest - start);
  return Math.max(0, 100 - Math.floor((100 * early) / model.startDays));
}

function payCredit(floor: number, pay: number, model: MatchingModel): number {
  if (pay === unsaid) return model.notSaid;
  if (pay >= floor) return 100;
  return Math.max(0, 100 - Math.floor((10_000 * (floor - pay)) / (floor * model.payPercent)));
}

/** How much of what the job asks in skills the person would use. */
const skillsCredit = (points: number, shares: number, model: MatchingModel): number =>
  shares === 0 ? model.notSaid : Math.floor(points / shares);
