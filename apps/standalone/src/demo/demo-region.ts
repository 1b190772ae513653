import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contracts';
import { installationFolder } from '../installation.js';

/** A demo person who can sign in. */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What this person can see, for the terminal and the sign-in page. */
  readonly sees: { readonly sv: string; readonly en: string };
  /** Reference of the profile in `people.ndjson` that is this person's. */
  readonly profile?: string;
  /** Name of the invented employer that this person acts for. */
  readonly employer?: string;
}

/** The demo region is data: it is read where it lies in the package. */
const demoFolder = (): string => join(installationFolder(), 'apps', 'standalone', 'demo');

export const demoFile = (name: 'ads.ndjson' | 'people.ndjson'): string => join(demoFolder(), name);

export const demoAccounts = (): readonly DemoAccount[] =>
  JSON.parse(readFileSync(join(demoFolder(), 'accounts.json'), 'utf8')) as DemoAccount[];
