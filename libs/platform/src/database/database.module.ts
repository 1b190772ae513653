import { TypeOrmModule } from '@nestjs/typeorm';
import { setImmediate } from 'node:timers/promises';
import type { DynamicModule } from '@nestjs/common';
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { Readiness } from '../health/readiness.js';

type Class<T = object> = new (...args: never[]) => T;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly (Class | EntitySchema)[];
  readonly migrations: readonly Class<MigrationInterface>[];
  readonly readiness: Readiness;
  /** Connections of this process; 10 unless told. */
  readonly poolSize?: number;
}

/** Services that start together must not migrate together: one at a time, under a lock that ends with its connection. */
export async function migrateUnderLock(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query(`SELECT pg_advisory_lock(hashtext('rallare:migrations'))`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(hashtext('rallare:migrations'))`).catch(() => undefined);
    await runner.release();
  }
}

/** The service's own database: entities as given, migrated under a lock, never synchronised. */
export function databaseModule(options: DatabaseOptions): DynamicModule {
  const { url, entities, migrations, readiness, poolSize = 10 } = options;
  return TypeOrmModule.forRootAsync({
    useFactory: () => ({
      type: 'postgres' as const,
      url,
      entities: [...entities] as never[],
      migrations: [...migrations] as never[],
      synchronize: false,
      migrationsRun: false,
      uuidExtension: 'pgcrypto' as const,
      poolSize,
      retryAttempts: 0,
      extra: { connectionTimeoutMillis: 5000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
    }),
    dataSourceFactory: async (given?: DataSourceOptions) => {
      // Providers that are built in one go, as a reader over a whole taxonomy is, come first: a connection that waits for seconds is given up.
      await setImmediate();
      const dataSource = await new DataSource(given!).initialize();
      await migrateUnderLock(dataSource);
      readiness.register('database', async () => {
        await dataSource.query('SELECT 1');
        return { ok: true };
      });
      return dataSource;
    },
  });
}
