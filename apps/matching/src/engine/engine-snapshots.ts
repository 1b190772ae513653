import {
  readSnapshot,
  SnapshotRefusedError,
  writeSnapshot,
  type EngineOptions,
  type EngineParts,
  type MatchingEngine,
} from '#engine';
import { InjectLogger, type Logger } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DataSource } from 'typeorm';
import { InjectConfig, type MatchingConfig } from '../config.js';

/** Of each database's snapshots, the last so many are known: replicas save in turn, each its own. */
const knownAtMost = 100;

/**
 * Snapshots of the engine on this replica's disk. One is only of use with the database that it followed: its id stands there too, so that a database that
 * was set back, or put on another server, where transaction numbers begin anew, does not know it.
 */
@Injectable()
export class EngineSnapshots {
  private readonly file: string | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @InjectConfig() { ENGINE_SNAPSHOTS }: Pick<MatchingConfig, 'ENGINE_SNAPSHOTS'>,
    @InjectLogger() private readonly logger: Logger,
  ) {
    this.file = ENGINE_SNAPSHOTS && join(ENGINE_SNAPSHOTS, 'engine.snapshot');
  }

  get areKept(): boolean {
    return this.file !== undefined;
  }

  /** @returns undefined where there is none that fits; why is logged. */
  async read(
    parts: EngineParts,
    taxonomy: string,
    options: EngineOptions,
  ): Promise<{ engine: MatchingEngine; horizon: string } | undefined> {
    if (!this.file || !existsSync(this.file)) return undefined;
    try {
      const expected = { taxonomy, server: await this.server() };
      const { engine, about } = readSnapshot(this.file, parts, expected, options);
      if (!(await this.isKnown(about.id!))) throw new SnapshotRefusedError('the database does not know it');
      return { engine, horizon: about.horizon! };
    } catch (error) {
      if (!(error instanceof SnapshotRefusedError)) throw error;
      this.logger.warn({ why: error.why }, 'the engine’s snapshot is of no use, so it is built anew');
      return undefined;
    }
  }

  async save(engine: MatchingEngine, taxonomy: string, horizon: string): Promise<void> {
    if (!this.file) return;
    const id = randomUUID();
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const written = await writeSnapshot(this.file, engine, { taxonomy, server: await this.server(), id, horizon });
    await this.dataSource.query(`INSERT INTO engine_snapshot (id, saved_at) VALUES ($1, clock_timestamp())`, [id]);
    await this.dataSource.query(
      `DELETE FROM engine_snapshot WHERE id IN (SELECT id FROM engine_snapshot ORDER BY saved_at DESC OFFSET $1)`,
      [knownAtMost],
    );
    this.logger.info(written, 'the engine’s snapshot is saved');
  }

  private async server(): Promise<string> {
    const [row]: { server: string }[] = await this.dataSource.query(
      `SELECT system_identifier || '/' || current_database() AS server FROM pg_control_system()`,
    );
    return row!.server;
  }

  private async isKnown(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM engine_snapshot WHERE id = $1`, [id]);
    return rows.length > 0;
  }
}
