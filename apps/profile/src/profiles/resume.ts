import type { Fact, ProfileView } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import type { CvFormat } from '../cv/cv.js';

const commonFramework = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

/** A profile as JSON Resume for other systems, with all that those words cannot say under `meta.rallare`. */
export function resumeOf(
  profile: ProfileView,
  cv: { readonly format: CvFormat; readonly text: string } | null,
  taxonomy: Taxonomy,
): Record<string, unknown> {
  const { contact, facts, language } = profile;
  const named = ({ conceptId, words }: Fact): string =>
    (conceptId === null ? words : (taxonomy.concept(conceptId)?.label[language] ?? words)) ?? '';
  const held = (...kinds: Fact['kind'][]): Fact[] =>
    facts.filter(({ kind, origin }) => kinds.includes(kind) && origin !== 'denied');
  const municipality = profile.homeMunicipality && taxonomy.municipality(profile.homeMunicipality);
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: contact.name,
      ...(contact.email === null ? {} : { email: contact.email }),
      ...(contact.phone === null ? {} : { phone: contact.phone }),
      ...(profile.headline === null ? {} : { label: profile.headline }),
      ...(profile.summary === null ? {} : { summary: profile.summary }),
      location: { ...(municipality ? { city: municipality.name } : {}), countryCode: profile.homeCountry },
    },
    work: held('occupation').map((fact) => ({ position: named(fact) })),
    education: held('education').map((fact) => ({ studyType: named(fact) })),
    skills: held('skill').map((fact) => ({
      name: named(fact),
      ...(fact.level === null ? {} : { level: `${fact.level}/5` }),
    })),
    languages: held('language').map((fact) => ({
      language: named(fact),
      ...(fact.level === null ? {} : { fluency: commonFramework[fact.level - 1] }),
    })),
    certificates: held('driving-licence', 'professional-licence', 'work-permit').map((fact) => ({ name: named(fact) })),
    meta: {
      rallare: {
        notice: profile.noticeVersion,
        language,
        status: profile.status,
        homeMunicipality: profile.homeMunicipality,
        household: profile.householdId,
        contact,
        headline: profile.headline,
        summary: profile.summary,
        wishes: profile.wishes,
        facts: facts.map(({ id: _, ...fact }) => fact),
        cv: cv && { format: cv.format, text: cv.text },
      },
    },
  };
}
