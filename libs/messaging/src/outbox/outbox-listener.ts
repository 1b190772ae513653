import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { OutageLog } from '../background/outage-log.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';

const RECONNECT_MS = 1_000;

/** Hears of committed events over one connection of its own; while that is down, the relay's poll finds them. */
@Injectable()
export class OutboxListener {
  private readonly outage: OutageLog;
  private client: pg.Client | null = null;
  private reconnecting: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(RESOLVED_OPTIONS) options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'Listening for outbox notifications');
  }

  /** @param onCommitted called after each commit that added events, and whenever some may have been missed. */
  start(onCommitted: () => void): void {
    void this.listen(onCommitted);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.reconnecting);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(onCommitted: () => void): Promise<void> {
    const client = new pg.Client(this.connectionOptions());
    let over = false;
    const lost = (error: Error): void => {
      if (over) return;
      over = true;
      void client.end().catch(() => undefined);
      if (this.stopped) return;
      this.outage.failed(error);
      this.reconnecting = setTimeout(() => void this.listen(onCommitted), RECONNECT_MS);
    };
    client.on('error', lost);
    client.on('end', () => lost(new Error('the connection ended')));
    client.on('notification', onCommitted);
    this.client = client;
    try {
      await client.connect();
      await client.query('LISTEN outbox');
      this.outage.recovered();
      onCommitted();
    } catch (error) {
      lost(error as Error);
    }
  }

  private connectionOptions(): pg.ClientConfig {
    const { url, host, port, username, password, database, ssl } = this.dataSource.options as PostgresDataSourceOptions;
    const target = url ? { connectionString: url } : { host, port, user: username, password, database };
    return {
      ...target,
      ssl: ssl as pg.ClientConfig['ssl'],
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'outbox-listener',
    };
  }
}
