import type { EngineProfile } from '../engine.types.js';
import { dayNumber } from '../model/calendar-day.js';
import { shareOut } from '../model/largest-remainder.js';
import type { MatchingModel } from '../model/model.types.js';
import type { MunicipalityTable } from './municipality-table.js';

/** What is not said, in any column. */
export const unsaid = -1_000_000_000;

/** Columns of a wish row: what a person holds to, and how their 10,000 shares are divided. */
export const wish = {
  home: 0,
  reach: 1,
  reachInMinutes: 2,
  movesAnywhere: 3,
  namesPlaces: 4,
  remote: 5,
  extentMin: 6,
  extentMax: 7,
  start: 8,
  payFloor: 9,
  /** Fit without any shares: that of a person who wishes nothing. */
  base: 10,
  wantedShare: 11,
  placeShare: 12,
  typeShare: 13,
  extentShare: 14,
  startShare: 15,
  payShare: 16,
  skillsShare: 17,
} as const;
export const wishWidth = 18;

/** The seeker's parts in the order of their shares. */
export const seekerParts = [
  'wanted-occupation',
  'place',
  'employment-type',
  'extent',
  'start',
  'pay',
  'use-of-skills',
] as const;

/** Writes a profile's wishes into one row of a table. A part without a wish leaves its shares to the others. */
export function writeWishes(
  rows: Int32Array,
  at: number,
  profile: EngineProfile,
  wants: { readonly occupation: boolean; readonly skills: boolean },
  model: MatchingModel,
  municipalities: MunicipalityTable,
): void {
  const { wishes } = profile;
  const home = municipalities.number(profile.homeMunicipality);
  const namesPlaces = wishes.municipalities.length + wishes.counties.length > 0;
  const movesAnywhere = wishes.willingToMove === true && !namesPlaces;
  rows[at + wish.home] = home;
  rows[at + wish.reach] = wishes.reachMinutes ?? wishes.reachKm ?? unsaid;
  rows[at + wish.reachInMinutes] = wishes.reachMinutes === null ? 0 : 1;
  rows[at + wish.movesAnywhere] = movesAnywhere ? 1 : 0;
  rows[at + wish.namesPlaces] = namesPlaces ? 1 : 0;
  rows[at + wish.remote] = wishes.remote ? 1 : 0;
  rows[at + wish.extentMin] = wishes.extent?.min ?? unsaid;
  rows[at + wish.extentMax] = wishes.extent?.max ?? unsaid;
  rows[at + wish.start] = wishes.earliestStart === null ? unsaid : dayNumber(wishes.earliestStart);
  rows[at + wish.payFloor] = wishes.payFloor ?? unsaid;
  const wished: Record<(typeof seekerParts)[number], boolean> = {
    'wanted-occupation': wants.occupation,
    place: home >= 0 || namesPlaces || movesAnywhere || wishes.remote,
    'employment-type': wishes.employmentTypes.length > 0,
    extent: wishes.extent !== null,
    start: wishes.earliestStart !== null,
    pay: wishes.payFloor !== null,
    'use-of-skills': wants.skills,
  };
  const shares = sharesOf(
    seekerParts.map((part) => wished[part]),
    model,
  );
  rows[at + wish.base] = shares.every((share) => share === 0) ? model.fitWhenNothingSaid : 0;
  for (const [part, share] of shares.entries()) rows[at + wish.wantedShare + part] = share;
}

/** By model, and by which parts are wished: there are but 128 ways. */
const known = new WeakMap<MatchingModel, (readonly number[])[]>();

function sharesOf(wished: readonly boolean[], model: MatchingModel): readonly number[] {
  let byParts = known.get(model);
  if (!byParts) known.set(model, (byParts = []));
  const parts = wished.reduce((bits, is, part) => bits | (is ? 1 << part : 0), 0);
  return (byParts[parts] ??= shareOut(
    10_000,
    seekerParts.map((part, number) => (wished[number] ? model.seekerShares[part] : 0)),
  ));
}
