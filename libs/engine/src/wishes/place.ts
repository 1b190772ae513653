import type { Eligibility } from '../engine.types.js';
import type { MatchingModel } from '../model/model.types.js';
import type { MunicipalityTable } from './municipality-table.js';
import { offer } from './offer-row.js';
import { unsaid, wish } from './wish-row.js';

export const placeGrounds = [
  'out-of-reach',
  'remote-wanted',
  'remote-possible',
  'place-not-said',
  'home-municipality',
  'within-reach',
  'reach-not-said',
  'named-place',
  'would-move',
  'home-not-said',
] as const;
export type PlaceGround = (typeof placeGrounds)[number];

const ground = Object.fromEntries(placeGrounds.map((name, at) => [name, at])) as Record<PlaceGround, number>;
const notMet = 0;
const unknown = 1;
const met = 2;

/** How a vacancy's place stands to a person's: state, credit and ground in one number, so that a scan makes no objects. */
export type PackedPlace = number;
export const placeCredit = (packed: PackedPlace): number => packed & 127;
export const placeGround = (packed: PackedPlace): PlaceGround => placeGrounds[(packed >> 7) & 15]!;
export const placeIsOut = (packed: PackedPlace): boolean => packed >> 11 === notMet;
export const placeIsUnknown = (packed: PackedPlace): boolean => packed >> 11 === unknown;
export const placeState = (packed: PackedPlace): Eligibility =>
  placeIsOut(packed) ? 'not-met' : placeIsUnknown(packed) ? 'unknown' : 'met';

/**
 * The best of every way to the job: from home, where the person would go, or remotely. It is met if any way is; unknown where home, reach or place was not
 * said; the credit is the best of all ways.
 */
export function judgePlace(
  wishes: Int32Array,
  w: number,
  offers: Int32Array,
  o: number,
  places: readonly number[],
  named: boolean,
  table: MunicipalityTable,
  model: MatchingModel['place'] & { readonly notSaid: number },
): PackedPlace {
  let credit = 0;
  let state = notMet;
  let why = ground['out-of-reach'];
  const consider = (itsCredit: number, itsState: number, itsGround: number) => {
    if (itsState > state) state = itsState;
    if (itsCredit <= credit) return;
    credit = itsCredit;
    why = itsGround;
  };
  const remote = offers[o + offer.remote] === 1;
  if (remote && wishes[w + wish.remote] === 1) consider(model.remoteWanted, met, ground['remote-wanted']);
  else if (remote) consider(model.remotePossible, met, ground['remote-possible']);
  if (named) consider(model.named, met, ground['named-place']);
  if (wishes[w + wish.movesAnywhere] === 1) consider(model.wouldMove, met, ground['would-move']);
  if (places.length === 0) {
    if (!remote) consider(model.notSaid, unknown, ground['place-not-said']);
    return (state << 11) | (why << 7) | credit;
  }
  const home = wishes[w + wish.home]!;
  const reach = wishes[w + wish.reach]!;
  if (home < 0) {
    const elsewhere = wishes[w + wish.namesPlaces] === 1;
    consider(elsewhere ? model.elsewhereThanNamed : model.notSaid, unknown, ground['home-not-said']);
  } else {
    for (const place of places) {
      if (place === home) consider(model.home, met, ground['home-municipality']);
      else if (reach === unsaid)
        consider(
          table.sameRegion(home, place) ? model.sameRegion : model.reachNotSaid,
          unknown,
          ground['reach-not-said'],
        );
      else {
        const distance = table.distance(home, place, wishes[w + wish.reachInMinutes] === 1);
        if (distance <= reach)
          consider(creditWithinReach(distance, reach, model.edgeOfReach), met, ground['within-reach']);
      }
    }
  }
  return (state << 11) | (why << 7) | credit;
}

/** 100 at the door, linearly down to the edge. */
const creditWithinReach = (distance: number, reach: number, edge: number): number =>
  reach === 0 ? edge : 100 - Math.floor(((100 - edge) * distance) / reach);
