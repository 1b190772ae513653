import { createHash } from 'node:crypto';
import type { candidate, ProfileMatchView } from '#contracts';
import type { Explanation } from '#engine';
import type { z } from 'zod';

/** What people say instead of a name: six letters and digits, stable for one vacancy and unlike for another, so that lists cannot be put together. */
export const aliasOf = (profileId: string, vacancyId: string): string =>
  createHash('sha256')
    .update(`${vacancyId}/${profileId}`)
    .digest('base64url')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 6)
    .toUpperCase();

/** A profile seen from an employer: concepts and levels. Own words and the CV's text are left out: they can tell who it is. */
export function candidateView(profile: ProfileMatchView, vacancyId: string): z.input<typeof candidate> {
  const { profileId, homeMunicipality, homeCountry, wishes, facts, demo } = profile;
  return {
    profileId,
    alias: aliasOf(profileId, vacancyId),
    homeMunicipality,
    homeCountry,
    willingToMove: wishes.willingToMove,
    facts: facts
      .filter(({ conceptId, origin }) => conceptId !== null && origin !== 'denied')
      .map((fact) => ({ ...fact, words: null, span: null })),
    demo,
  };
}

/** An explanation seen from an employer: the ad's words stay, those of the person's CV go. */
export function withoutPersonsWords(explanation: Explanation): Explanation {
  const { employerParts, seekerParts } = explanation;
  return {
    ...explanation,
    employerParts: employerParts.map((part) => ({ ...part, profileSpan: null })),
    seekerParts: seekerParts.map((part) => ({ ...part, profileSpan: null })),
  };
}
