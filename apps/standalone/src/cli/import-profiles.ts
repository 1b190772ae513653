import { createHash } from 'node:crypto';
import { profileApi } from '#contracts';
import { DomainError, readRecords } from '#platform';
import type { ApiClient } from './api-client.js';
import type { Reject } from './import-ads.js';

export interface ProfileImportCount {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  warnings: number;
  readonly rejected: Reject[];
}

export interface ImportProfilesOptions {
  readonly demo?: boolean;
  /** Which account a document's profile belongs to, by its reference. */
  readonly subjectOf?: (reference: string) => string | null;
  readonly onProgress?: (count: ProfileImportCount) => void;
}

export type CvFormat = 'json-resume' | 'europass';

const europassParts = /^(SkillsPassport|LearnerInfo|Candidate|profile|personalInformation|DocumentInfo)$/i;
const resumeParts = new Set(
  ['basics', 'work', 'volunteer', 'education', 'awards', 'certificates', 'publications', 'skills', 'languages'].concat([
    'interests',
    'references',
    'projects',
  ]),
);

/** Which format a document has, by the names of its parts; null for what is no CV. */
export function formatOf(document: unknown): CvFormat | null {
  if (!isObject(document)) return null;
  const parts = Object.keys(document);
  if (!parts.includes('basics') && parts.some((part) => europassParts.test(part))) return 'europass';
  return parts.some((part) => resumeParts.has(part)) ? 'json-resume' : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lies below some names, as far as there are objects. */
const below = (value: unknown, ...names: string[]): unknown =>
  names.reduce((inner, name) => (isObject(inner) ? inner[name] : undefined), value);

const extension = (document: unknown, name: 'reference' | 'household'): string | null => {
  const value = below(document, 'meta', 'rallare', name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/**
 * The document's own reference, or a hash of the person's name and e-mail, so that a later CV of the same person updates the profile. Where there is
 * no e-mail the hash is of the whole document: people who share a name are not taken for one.
 */
export function referenceOf(document: Record<string, unknown>): string {
  const own = extension(document, 'reference');
  if (own !== null) return own;
  const learner = below(document, 'SkillsPassport', 'LearnerInfo') ?? below(document, 'LearnerInfo');
  const [name, email] = document['basics']
    ? [below(document, 'basics', 'name'), below(document, 'basics', 'email')]
    : [
        below(learner, 'Identification', 'PersonName'),
        below(learner, 'Identification', 'ContactInfo', 'Email', 'Contact'),
      ];
  const person = typeof email === 'string' && email.trim() !== '' ? [name, email.trim().toLowerCase()] : document;
  return createHash('sha256').update(JSON.stringify(person)).digest('hex').slice(0, 32);
}

/** Imports CV documents (one, an array, or one a line), each on its own. */
export async function importProfiles(
  client: ApiClient,
  text: AsyncIterable<string>,
  options: ImportProfilesOptions = {},
): Promise<ProfileImportCount> {
  const count: ProfileImportCount = { read: 0, created: 0, updated: 0, unchanged: 0, warnings: 0, rejected: [] };
  for await (const record of readRecords(text)) {
    count.read += 1;
    const format = 'fault' in record ? null : formatOf(record.value);
    if ('fault' in record || !format) {
      count.rejected.push({
        line: record.line,
        id: null,
        reason: 'fault' in record ? record.fault : 'not a CV document',
      });
      continue;
    }
    const document = record.value as Record<string, unknown>;
    const reference = referenceOf(document);
    try {
      const { outcome, warnings } = await client.call(profileApi.importProfile, {
        body: {
          format,
          document,
          reference,
          subject: options.subjectOf?.(reference) ?? null,
          household: extension(document, 'household'),
          demo: options.demo ?? false,
        },
      });
      count[outcome] += 1;
      count.warnings += warnings.length;
    } catch (error) {
      if (!(error instanceof DomainError) || error.type === 'unavailable' || error.type === 'internal') throw error;
      const where = error.errors
        .map(({ pointer, detail }) => `${pointer} ${detail}`)
        .slice(0, 3)
        .join('; ');
      count.rejected.push({ line: record.line, id: reference, reason: where || error.message });
    }
    options.onProgress?.(count);
  }
  return count;
}
