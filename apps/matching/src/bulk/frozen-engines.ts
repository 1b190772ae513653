import { readSnapshot, writeSnapshot, type MatchingEngine } from '#engine';
import { InjectLogger, type Logger } from '#platform';
import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineHost, type MatchVersions } from '../engine/engine-host.js';
import { BulkRunRepository, type RunRow } from './bulk-run.repository.js';

const chunkBytes = 2 ** 20;

/** The engine as it was when a bulk run began, the same on every replica. One run goes on at a time, and so one engine is kept. */
@Injectable()
export class FrozenEngines {
  private kept: { readonly runId: string; readonly engine: Promise<MatchingEngine | undefined> } | undefined;

  constructor(
    private readonly host: EngineHost,
    private readonly repository: BulkRunRepository,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** Writes what is ranked now into `file`, and keeps what a replica will read from it. */
  async freeze(runId: string, file: string): Promise<{ engine: MatchingEngine; versions: MatchVersions }> {
    const versions = await this.host.still(async () => {
      await writeSnapshot(file, this.host.engine, { runId });
      return this.host.versions;
    });
    const frozen = await this.read(file, runId, versions);
    this.kept = { runId, engine: Promise.resolve(frozen) };
    return { engine: frozen, versions };
  }

  /** @returns undefined where the run is over meanwhile. @throws Error where this replica has not the run's model or taxonomy. */
  async of(run: Pick<RunRow, 'id' | 'versions'>): Promise<MatchingEngine | undefined> {
    if (this.kept?.runId !== run.id) {
      const kept = { runId: run.id, engine: this.thaw(run) };
      this.kept = kept;
      // Only what was read is kept: the next range tries again.
      kept.engine.catch(() => this.drop(run.id));
    }
    return this.kept.engine;
  }

  drop(runId: string): void {
    if (this.kept?.runId === runId) this.kept = undefined;
  }

  private async thaw({ id, versions }: Pick<RunRow, 'id' | 'versions'>): Promise<MatchingEngine | undefined> {
    return inTemporaryFile(async (path) => {
      const file = await open(path, 'wx', 0o600);
      let bytes = 0;
      try {
        for await (const chunk of this.repository.input(id)) {
          bytes += chunk.byteLength;
          await file.writeFile(chunk);
        }
      } finally {
        await file.close();
      }
      if (bytes === 0) return undefined;
      this.logger.info({ runId: id, bytes }, 'the input of a bulk run is read');
      return this.read(path, id, versions);
    });
  }

  private async read(path: string, runId: string, versions: MatchVersions): Promise<MatchingEngine> {
    const parts = await this.host.partsOf(versions);
    if (!parts) throw new Error('the bulk run is of another model or taxonomy than this replica');
    return readSnapshot(path, parts, { runId }, this.host.options).engine;
  }
}

/** Only this user can read it: it holds facts about people. It is gone afterwards, whatever happens. */
export async function inTemporaryFile<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rallare-bulk-'));
  try {
    return await use(join(folder, 'input'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const chunksOf = (path: string): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;
