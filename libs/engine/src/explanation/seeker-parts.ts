import type { ExplanationPart } from '#contracts';
import type { Pair } from '../pair.js';
import { offer } from '../wishes/offer-row.js';
import { placeGround } from '../wishes/place.js';
import { seekerParts as partNames, unsaid, wish } from '../wishes/wish-row.js';
import { blankPart } from './blank-part.js';

const wholeFit = 1_000_000;

/** One part for each wish that the person has. They sum exactly to the seeker's fit. */
export function seekerParts(pair: Pair): ExplanationPart[] {
  const { row } = pair.profile;
  const parts = partNames.flatMap((name, at) => {
    const share = row[wish.wantedShare + at]!;
    if (share === 0) return [];
    const credit = pair.credits[at]!;
    return [{ ...blankPart(name, credit * share, 100 * share), ...evidence(name, credit, pair) }];
  });
  if (parts.length === 0)
    parts.push({ ...blankPart('wanted-occupation', pair.seekerFit, wholeFit), ground: 'no-wishes' });
  return parts;
}

function evidence(name: (typeof partNames)[number], credit: number, pair: Pair): Partial<ExplanationPart> {
  const { vacancy } = pair;
  const said = (isSaid: boolean) => ({ ground: isSaid ? degree(credit) : 'not-said' });
  switch (name) {
    case 'wanted-occupation':
      return wantedEvidence(pair);
    case 'place':
      return { ground: placeGround(pair.place) };
    case 'employment-type':
      return { conceptId: vacancy.vacancy.employmentTypeId, ...said(vacancy.row[offer.saysType] === 1) };
    case 'extent':
      return said(vacancy.row[offer.extentMin] !== unsaid);
    case 'start':
      return said(vacancy.row[offer.start] !== unsaid);
    case 'pay':
      return said(vacancy.row[offer.pay] !== unsaid);
    case 'use-of-skills':
      return said(vacancy.row[offer.skillShares] !== 0);
  }
}

function wantedEvidence({ profile, vacancy, wanted, credits }: Pair): Partial<ExplanationPart> {
  if (vacancy.vacancy.occupationId === null) return { kind: 'occupation', ground: 'not-said' };
  const groundOf = (credit: number) => (profile.wantsWhatWasHeld ? 'held-occupation' : degree(credit));
  if (!wanted) return { kind: 'occupation', conceptId: vacancy.vacancy.occupationId, ground: groundOf(0) };
  // a wish for a field or group is broader than the occupation that it covers
  const covers = wanted.relation === 'same' && wanted.wishedId !== vacancy.vacancy.occupationId;
  return {
    kind: 'occupation',
    conceptId: wanted.wishedId,
    relation: covers ? 'broader' : wanted.relation,
    ground: groundOf(credits[0]!),
  };
}

const degree = (credit: number): string => (credit === 100 ? 'met' : credit === 0 ? 'not-met' : 'partly');
