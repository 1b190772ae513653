import type { ProfileMatchView, ProfileView } from '#contracts';
import type { ProfileContact } from './contact.entity.js';
import type { Profile } from './profile.entity.js';

/** What the person sees of their own profile. */
export function profileView(profile: Profile, contact: ProfileContact): ProfileView {
  const { id, revision, status, homeMunicipality, homeCountry, headline, summary, language } = profile;
  const { facts, wishes, householdId, noticeVersion, demo, createdAt, updatedAt } = profile;
  return {
    id,
    revision,
    status,
    homeMunicipality,
    homeCountry,
    headline,
    summary,
    language,
    contact: { name: contact.name, email: contact.email, phone: contact.phone },
    facts,
    wishes,
    householdId,
    noticeVersion,
    demo,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** What matching ranks by: facts that have a concept, without the person's own words. */
export function matchView(profile: Profile): ProfileMatchView {
  const { id, revision, status, homeMunicipality, homeCountry, facts, wishes, householdId, demo } = profile;
  return {
    profileId: id,
    revision,
    rankable: status === 'active',
    homeMunicipality,
    homeCountry,
    facts: facts.flatMap((fact) => (fact.conceptId === null ? [] : [{ ...fact, words: null }])),
    wishes,
    householdId,
    demo,
  };
}

/** What an operator sees: no name, no contact, no fact; of invented people also what they were imported as. */
export function profileSummary(profile: Profile) {
  const { id, revision, status, homeMunicipality, facts, demo, importReference, updatedAt } = profile;
  return {
    id,
    revision,
    status,
    homeMunicipality,
    factCount: facts.length,
    demo,
    reference: demo ? importReference : null,
    updatedAt: updatedAt.toISOString(),
  };
}
