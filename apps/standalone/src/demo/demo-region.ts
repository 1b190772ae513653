import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '#contracts';

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

/** The demo folder is data: it is read where it lies in the package, from source and from `dist` alike. */
function demoFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      readFileSync(join(folder, 'package.json'));
      return join(folder, 'apps', 'standalone', 'demo');
    } catch {
      const up = dirname(folder);
      if (up === folder) throw new Error('the demo region is not in this installation');
      folder = up;
    }
  }
}

export const demoFile = (name: 'ads.ndjson' | 'people.ndjson'): string => join(demoFolder(), name);

export const demoAccounts = (): readonly DemoAccount[] =>
  JSON.parse(readFileSync(join(demoFolder(), 'accounts.json'), 'utf8')) as DemoAccount[];
