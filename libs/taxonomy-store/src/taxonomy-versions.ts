import { buildTaxonomy, parseSnapshot, type Taxonomy } from '#taxonomy';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { taxonomyStoreToken, type TaxonomyStoreOptions } from './taxonomy-store.options.js';

/** Taxonomies held in memory besides the one in use. */
const mostHeld = 2;
/** Ids older than this many versions are as good as unknown. */
const mostRemembered = 4;

/** The taxonomies that this service's rows were written under: kept in its own database, so that none is lost with a file. */
@Injectable()
export class TaxonomyVersions {
  private readonly held = new Map<string, Promise<Taxonomy | null>>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(taxonomyStoreToken) private readonly options: TaxonomyStoreOptions,
  ) {}

  get current(): Taxonomy {
    return this.options.taxonomy;
  }

  /** The taxonomy with a hash, or null where the service never used it. */
  async find(hash: string): Promise<Taxonomy | null> {
    if (hash === this.current.hash) return this.current;
    const held = this.held.get(hash) ?? this.load(hash);
    this.held.delete(hash);
    this.held.set(hash, held);
    for (const one of [...this.held.keys()].slice(0, -mostHeld)) this.held.delete(one);
    const found = await held.catch((error: unknown) => {
      this.held.delete(hash);
      throw error;
    });
    if (!found) this.held.delete(hash);
    return found;
  }

  /** The one used last, other than the current one or not. */
  async latest(manager: EntityManager): Promise<string | null> {
    const rows: { hash: string }[] = await manager.query(
      `SELECT hash FROM taxonomy_version ORDER BY used_from DESC LIMIT 1`,
    );
    return rows[0]?.hash ?? null;
  }

  /** Says that rows are written under the taxonomy in use from now on, and keeps it. */
  async use(manager: EntityManager): Promise<void> {
    const { hash, version } = this.current;
    const rows: unknown[] = await manager.query(`SELECT 1 FROM taxonomy_version WHERE hash = $1`, [hash]);
    if (rows.length > 0)
      await manager.query(`UPDATE taxonomy_version SET used_from = clock_timestamp() WHERE hash = $1`, [hash]);
    else
      await manager.query(`INSERT INTO taxonomy_version VALUES ($1, $2, $3, clock_timestamp())`, [
        hash,
        version,
        this.options.bytes(),
      ]);
  }

  /** Every taxonomy but the current one, the last used first. */
  async older(): Promise<Taxonomy[]> {
    const rows: { hash: string }[] = await this.dataSource.query(
      `SELECT hash FROM taxonomy_version WHERE hash <> $1 ORDER BY used_from DESC LIMIT ${mostRemembered}`,
      [this.current.hash],
    );
    const found = await Promise.all(rows.map(({ hash }) => this.load(hash)));
    return found.filter((one) => one !== null);
  }

  private async load(hash: string): Promise<Taxonomy | null> {
    const rows: { snapshot: Buffer }[] = await this.dataSource.query(
      `SELECT snapshot FROM taxonomy_version WHERE hash = $1`,
      [hash],
    );
    if (!rows[0]) return null;
    const { snapshot } = parseSnapshot(rows[0].snapshot, `taxonomy ${hash}`);
    return buildTaxonomy(snapshot, hash);
  }
}
