import type { ConceptKind, FactKind } from '#contracts';
import { occupationFromTitle, type Taxonomy, type TextReader } from '#taxonomy';
import { hasPassed } from '../vacancies/publish-rules.js';
import { conceptKinds } from '../demands/demand-rules.js';
import { mergeStated } from '../demands/merge-demands.js';
import { readVacancy } from '../vacancies/read-vacancy.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';
import type { Ad, AdDemand, ConceptReference } from './ad.js';
import { offersRemoteWork } from './remote-work.js';

export interface AdKnowledge {
  readonly taxonomy: Taxonomy;
  readonly reader: TextReader;
}

/** Writes what the ad says into the vacancy, reads its text, and keeps what the employer has said about its demands. */
export function applyAd(vacancy: Vacancy, ad: Ad, knowledge: AdKnowledge, newId: () => string): void {
  const { taxonomy, reader } = knowledge;
  const occupation = occupationOf(ad, knowledge);
  const code = municipalityOf(ad, taxonomy);
  Object.assign(vacancy, {
    headline: ad.headline,
    text: ad.text,
    sourceUrl: ad.url,
    languageStated: false,
    occupationId: occupation?.id ?? null,
    occupationOrigin: occupation?.origin ?? null,
    municipalities: code ? [code] : [],
    remote: offersRemoteWork(`${ad.headline}\n${ad.text}`),
    positions: ad.positions,
    employmentTypeId: ad.employmentType && resolve(taxonomy, ['employment-type'], ad.employmentType),
    extentMin: ad.extent?.min ?? null,
    extentMax: ad.extent?.max ?? null,
    duration: ad.duration,
    pay: ad.payText === null ? null : { min: null, max: null, text: ad.payText },
    deadline: ad.deadline,
    applicationUrl: ad.applicationUrl,
    applicationEmail: ad.applicationEmail,
    adDetails: detailsOf(ad, taxonomy),
  } satisfies Partial<Vacancy>);
  vacancy.demands = mergeStated(vacancy.demands, statedBy(ad.demands, taxonomy), newId);
  readVacancy(vacancy, reader, newId);
}

/** The code of the place that the ad names; null for none that is known. */
export function municipalityOf({ municipality }: Ad, taxonomy: Taxonomy): string | null {
  const id = municipality && resolve(taxonomy, ['municipality'], municipality);
  return (id && taxonomy.concept(id)?.code) ?? null;
}

/** Sweden is not said. */
function detailsOf({ details, country }: Ad, taxonomy: Taxonomy): Vacancy['adDetails'] {
  const countryId = country && resolve(taxonomy, ['country'], country);
  const abroad = countryId !== null && taxonomy.concept(countryId)?.code !== 'SE';
  const known = { ...details, ...(abroad ? { countryId } : {}) };
  return Object.keys(known).length === 0 ? null : known;
}

/** Published or expired, by the ad's own last day. */
export const statusByDeadline = (ad: Pick<Ad, 'deadline'>, today: string): 'published' | 'expired' =>
  hasPassed(ad.deadline, today) ? 'expired' : 'published';

/** The occupation that the ad names, or that the name may mean. */
export function occupationOf(
  ad: Ad,
  { taxonomy, reader }: AdKnowledge,
): { id: string; origin: 'stated' | 'read' } | null {
  if (!ad.occupation) return null;
  const stated = resolve(taxonomy, ['occupation'], ad.occupation);
  if (stated !== null) return { id: stated, origin: 'stated' };
  const read = ad.occupation.label === null ? null : occupationFromTitle(reader, ad.occupation.label);
  return read === null ? null : { id: read, origin: 'read' };
}

function resolve(taxonomy: Taxonomy, kinds: readonly ConceptKind[], reference: ConceptReference): string | null {
  for (const name of [reference.id, reference.code, reference.label]) {
    for (const kind of kinds) {
      const concept = name === null ? undefined : taxonomy.resolve(kind, name);
      if (concept) return concept.id;
    }
  }
  return null;
}

function statedBy(demands: readonly AdDemand[], taxonomy: Taxonomy): Parameters<typeof mergeStated>[1] {
  const seen = new Set<string>();
  return demands.flatMap(({ kind, concept, necessity, weight }) => {
    const conceptId = resolve(taxonomy, conceptKinds[kind], concept);
    if (conceptId === null || seen.has(`${kind}|${conceptId}`)) return [];
    seen.add(`${kind}|${conceptId}`);
    const level = educationLevel(taxonomy, kind, conceptId);
    return [{ kind, conceptId, words: null, necessity, level, years: null, weight }];
  });
}

/** An education level says its own level: the first digit of its SUN code. */
function educationLevel(taxonomy: Taxonomy, kind: FactKind, conceptId: string): number | null {
  const concept = taxonomy.concept(conceptId);
  if (kind !== 'education' || concept?.kind !== 'education-level') return null;
  const digit = Number(concept.code?.[0] ?? Number.NaN);
  return digit >= 1 && digit <= 6 ? digit : null;
}
