import { browser, startSystem, type System } from '#testing';
import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { dropSystemDatabases } from '../../support/system-databases.js';

/** The whole system with the demo region, and a browser to look at it. */
export interface WebSystem {
  readonly system: System;
  readonly browser: Browser;
  /** What the names of the system's databases begin with. */
  readonly prefix: string;
  stop(): Promise<void>;
}

export async function startWebSystem(): Promise<WebSystem> {
  const prefix = `web_${randomBytes(5).toString('hex')}`;
  const system = await startSystem({
    queue: 'postgres',
    demo: true,
    env: {
      DATABASE_URL: process.env.TEST_DATABASE_URL!,
      DATABASE_PREFIX: prefix,
      QUEUE_PREFIX: prefix,
      RATE_LIMIT: '0',
    },
  });
  const opened = await browser();
  return {
    system,
    browser: opened,
    prefix,
    async stop() {
      await opened.close();
      await system.stop();
      await dropSystemDatabases(prefix);
    },
  };
}
