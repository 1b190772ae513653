import { createHash } from 'node:crypto';
import { profileApi } from '#contracts';
import { DomainError } from '#platform';
import type { ApiClient } from './api-client.js';
import type { Reject } from './import-ads.js';
import { readRecords } from './records.js';

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

/** Europass documents are told by their learner or profile; anything else with an object inside is read as JSON Resume. */
export function formatOf(document: unknown): CvFormat | null {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  const keys = Object.keys(document);
  return keys.some((key) =>
    /^(SkillsPassport|LearnerInfo|Candidate|profile|personalInformation|DocumentInfo)$/i.test(key),
  ) && !keys.includes('basics')
    ? 'europass'
    : 'json-resume';
}

const extension = (document: Record<string, unknown>): { reference?: unknown; household?: unknown } =>
  ((document['meta'] as Record<string, unknown> | undefined)?.['rallare'] ?? {}) as {
    reference?: unknown;
    household?: unknown;
  };

/** The document's own reference, or one made of its content, without personal data. */
export function referenceOf(document: Record<string, unknown>): string {
  const { reference } = extension(document);
  if (typeof reference === 'string' && reference) return reference.slice(0, 100);
  const basics = document['basics'] as { name?: unknown; email?: unknown } | undefined;
  const person = JSON.stringify(basics ? [basics.name, basics.email] : document);
  return createHash('sha256').update(person).digest('hex').slice(0, 32);
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
    const { household } = extension(document);
    try {
      const { outcome, warnings } = await client.call(profileApi.importProfile, {
        body: {
          format,
          document,
          reference,
          subject: options.subjectOf?.(reference) ?? null,
          household: typeof household === 'string' ? household : null,
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
