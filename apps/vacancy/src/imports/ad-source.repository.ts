import type { z } from 'zod';
import type { sourceMatch } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Ad } from './ad.js';

export type SourceMatch = z.infer<typeof sourceMatch>;

/** One source of a vacancy: who says it, under which id, and how it was told that it is this vacancy. */
export interface AdSource {
  readonly source: string;
  readonly external_id: string;
  readonly vacancy_id: string;
  readonly url: string | null;
  readonly url_key: string | null;
  readonly content_hash: string | null;
  /** What it says, where the vacancy shows another source's words. */
  readonly ad: Ad | null;
  readonly active: boolean;
  /** The run of a feed that saw it last. */
  readonly seen_by: string | null;
  /** The run that found it removed, and waits for an operator's word. */
  readonly held_by: string | null;
  readonly matched_by: SourceMatch;
  readonly similarity: number | null;
  readonly since: Date | string;
}

const types = {
  source: 'text',
  external_id: 'text',
  vacancy_id: 'uuid',
  url: 'text',
  url_key: 'text',
  content_hash: 'text',
  ad: 'jsonb',
  active: 'boolean',
  seen_by: 'uuid',
  held_by: 'uuid',
  matched_by: 'text',
  similarity: 'int',
  since: 'timestamptz',
} as const satisfies Record<keyof AdSource, string>;
const names = Object.keys(types);
const definition = Object.entries(types)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** An open vacancy that an ad of another source may be the same as. */
export interface Candidate {
  readonly id: string;
  readonly employer_id: string;
  readonly headline: string;
  readonly text: string;
  readonly municipalities: readonly string[];
  readonly external_id: string | null;
  readonly url_key: string | null;
}

/** What the sources of vacancies are looked up by. */
@Injectable()
export class AdSourceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async of(manager: EntityManager, source: string, externalIds: readonly string[]): Promise<Map<string, AdSource>> {
    const rows = await manager.query<AdSource[]>(
      `SELECT ${names.join(', ')} FROM ad_sources WHERE source = $1 AND external_id = ANY ($2)`,
      [source, externalIds],
    );
    return new Map(rows.map((row) => [row.external_id, row]));
  }

  async ofVacancies(manager: EntityManager, ids: readonly string[]): Promise<Map<string, AdSource[]>> {
    const found = new Map<string, AdSource[]>();
    if (ids.length === 0) return found;
    const rows = await manager.query<AdSource[]>(
      `SELECT ${names.join(', ')} FROM ad_sources WHERE vacancy_id = ANY ($1) ORDER BY since, source, external_id`,
      [ids],
    );
    for (const row of rows) found.set(row.vacancy_id, [...(found.get(row.vacancy_id) ?? []), row]);
    return found;
  }

  async put(manager: EntityManager, rows: readonly AdSource[]): Promise<void> {
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO ad_sources (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS r (${definition})
       ON CONFLICT (source, external_id) DO UPDATE SET ${names
         .slice(2)
         .map((name) => `${name} = excluded.${name}`)
         .join(', ')}`,
      [JSON.stringify(rows)],
    );
  }

  /** Notes that a run saw ads that have not changed. */
  async see(manager: EntityManager, source: string, externalIds: readonly string[], run: string): Promise<void> {
    if (externalIds.length === 0) return;
    await manager.query(
      'UPDATE ad_sources SET seen_by = $3, held_by = NULL WHERE source = $1 AND external_id = ANY ($2)',
      [source, externalIds, run],
    );
  }

  seeNow(source: string, externalIds: readonly string[], run: string): Promise<void> {
    return this.see(this.dataSource.manager, source, externalIds, run);
  }

  /**
   * Open vacancies of these employers that no ad of this source is yet, and that have the id, the address or the headline of one of the ads.
   * @param headlines as `headlineKey` gives them.
   */
  candidates(
    manager: EntityManager,
    source: string,
    employerIds: readonly string[],
    headlines: readonly string[],
    externalIds: readonly string[],
    urlKeys: readonly string[],
  ): Promise<Candidate[]> {
    return manager.query<Candidate[]>(
      `SELECT v.id, v.employer_id, v.headline, v.text, v.municipalities, s.external_id, s.url_key
         FROM vacancies v LEFT JOIN ad_sources s ON s.vacancy_id = v.id AND s.active
        WHERE v.employer_id = ANY ($2) AND v.status = 'published'
          AND NOT EXISTS (SELECT FROM ad_sources own WHERE own.vacancy_id = v.id AND own.source = $1 AND own.active)
          AND (s.external_id = ANY ($4) OR s.url_key = ANY ($5) OR ${headlineKeySql('v.headline')} = ANY ($3))
        ORDER BY v.published_at, v.id`,
      [source, employerIds, headlines, externalIds, urlKeys],
    );
  }

  /** Active ones that a feed's run did not see. */
  async unseen(source: string, run: string): Promise<{ active: number; unseen: string[] }> {
    const [count] = await this.dataSource.query<{ active: number }[]>(
      'SELECT count(*)::int AS active FROM ad_sources WHERE source = $1 AND active',
      [source],
    );
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      'SELECT external_id FROM ad_sources WHERE source = $1 AND active AND seen_by IS DISTINCT FROM $2 ORDER BY external_id',
      [source, run],
    );
    return { active: count!.active, unseen: rows.map((row) => row.external_id) };
  }

  /** Of ids that a stream says are removed, those that are active. */
  async activeAmong(source: string, externalIds: readonly string[]): Promise<{ active: number; found: string[] }> {
    const [count] = await this.dataSource.query<{ active: number }[]>(
      'SELECT count(*)::int AS active FROM ad_sources WHERE source = $1 AND active',
      [source],
    );
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      'SELECT external_id FROM ad_sources WHERE source = $1 AND active AND external_id = ANY ($2)',
      [source, externalIds],
    );
    return { active: count!.active, found: rows.map((row) => row.external_id) };
  }

  async hold(source: string, externalIds: readonly string[], run: string): Promise<void> {
    await this.dataSource.query('UPDATE ad_sources SET held_by = $3 WHERE source = $1 AND external_id = ANY ($2)', [
      source,
      externalIds,
      run,
    ]);
  }

  async held(source: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      'SELECT external_id FROM ad_sources WHERE source = $1 AND active AND held_by IS NOT NULL ORDER BY external_id',
      [source],
    );
    return rows.map((row) => row.external_id);
  }

  async release(source: string): Promise<void> {
    await this.dataSource.query('UPDATE ad_sources SET held_by = NULL WHERE source = $1 AND held_by IS NOT NULL', [
      source,
    ]);
  }

  async activeIds(source: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ external_id: string }[]>(
      'SELECT external_id FROM ad_sources WHERE source = $1 AND active ORDER BY external_id',
      [source],
    );
    return rows.map((row) => row.external_id);
  }
}

const headlineKeySql = (column: string): string => `btrim(regexp_replace(lower(${column}), '[^[:alnum:]]+', ' ', 'g'))`;

/** A headline without its case and punctuation. */
export const headlineKey = (headline: string): string =>
  headline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const tracking = /^(utm_\w+|fbclid|gclid|source|src|ref|trk)$/i;

/** An address without what does not tell pages apart: scheme, `www.`, what was clicked on, a slash at the end. */
export function urlKey(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { hostname, pathname, searchParams } = new URL(url);
  for (const name of [...searchParams.keys()]) if (tracking.test(name)) searchParams.delete(name);
  searchParams.sort();
  const query = searchParams.toString();
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`;
}
