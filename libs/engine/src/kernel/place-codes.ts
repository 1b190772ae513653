import type { MatchingModel } from '../model/model.types.js';
import type { ModelContext } from '../model-context.js';
import { offerWidth } from '../wishes/offer-row.js';
import { judgePlace, placeCredit, placeIsOut, placeState, type PackedPlace } from '../wishes/place.js';
import { unsaid, wish, wishWidth } from '../wishes/wish-row.js';

/**
 * How a place stands to a person in one byte: 0 where it is out of reach, the credit where reach is unknown, 128 more where it is met. So the best of several ways is
 * the highest byte; `orderHolds` says for which models that is so.
 */
export type PlaceCode = number;
export const metBit = 128;

export const met = (credit: number): PlaceCode => metBit | credit;

export function codeOf(place: PackedPlace): PlaceCode {
  if (placeIsOut(place)) return 0;
  return placeState(place) === 'met' ? met(placeCredit(place)) : placeCredit(place);
}

/** Whether whatever meets reach earns at least what leaves it unknown beside it, and nothing that is not out of reach earns nothing. */
export function orderHolds({ place, notSaid }: MatchingModel): boolean {
  const unknown = [place.sameRegion, place.reachNotSaid, place.elsewhereThanNamed, notSaid];
  const leastMet = Math.min(place.remotePossible, place.remoteWanted, place.named, place.home);
  return Math.min(...unknown) >= 1 && leastMet >= Math.max(...unknown) && place.wouldMove >= notSaid;
}

/** A place that is neither home nor near nor named. */
export function codeElsewhere(wishes: Int32Array, { place }: ModelContext): PlaceCode {
  let unknown = 0;
  if (wishes[wish.home]! < 0) unknown = wishes[wish.namesPlaces] === 1 ? place.elsewhereThanNamed : place.notSaid;
  else if (wishes[wish.reach] === unsaid) unknown = place.reachNotSaid;
  return wishes[wish.movesAnywhere] === 1 ? met(Math.max(unknown, place.wouldMove)) : unknown;
}

const onSite = new Int32Array(offerWidth);

/** One municipality that nobody named, for a person who has these wishes. */
export const codeAt = (wishes: Int32Array, municipality: number, { municipalities, place }: ModelContext): PlaceCode =>
  codeOf(judgePlace(wishes, 0, onSite, 0, [municipality], false, municipalities, place));

/** Municipalities that are better than elsewhere. */
export interface NearPlaces {
  readonly municipalities: readonly number[];
  readonly codes: readonly PlaceCode[];
}

const mostRemembered = 20_000;
/** More than any reach or number of a home. */
const beyond = 2 ** 17;

/** Equal for who stands alike to every municipality that they do not name. */
function placeKey(wishes: Int32Array): number {
  const reach = wishes[wish.reach] === unsaid ? beyond - 1 : wishes[wish.reach]!;
  const rest = wishes[wish.reachInMinutes]! + 2 * wishes[wish.movesAnywhere]! + 4 * wishes[wish.namesPlaces]!;
  return ((wishes[wish.home]! + 1) * beyond + reach) * 8 + rest;
}

/** What is near whom, remembered: many people live in the same place and travel as far. */
export class NearPlaceTable {
  private readonly known = new Map<number, NearPlaces>();
  private upTo = 0;

  constructor(private readonly context: ModelContext) {}

  /** Of the first `upTo` municipalities. */
  near(wishes: Int32Array, upTo: number): NearPlaces {
    if (upTo !== this.upTo || this.known.size > mostRemembered) this.known.clear();
    this.upTo = upTo;
    const key = placeKey(wishes);
    const known = this.known.get(key);
    if (known) return known;
    const found: { municipalities: number[]; codes: number[] } = { municipalities: [], codes: [] };
    const elsewhere = codeElsewhere(wishes, this.context);
    for (let municipality = 0; municipality < upTo; municipality++) {
      const code = codeAt(wishes, municipality, this.context);
      if (code <= elsewhere) continue;
      found.municipalities.push(municipality);
      found.codes.push(code);
    }
    this.known.set(key, found);
    return found;
  }
}

export const emptyWishes = (): Int32Array => new Int32Array(wishWidth);
