import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Secrets of one machine's system: made on the first start, kept in the data folder, readable by its owner only. */
export interface Secrets {
  readonly serviceToken: string;
  readonly session: string;
  readonly oidcClient: string;
  readonly providerCookies: string;
  readonly providerKey: JWK;
  readonly databases: Record<string, string>;
}

export const databaseNames = ['profile', 'vacancy', 'matching', 'gateway', 'queue'] as const;
export type DatabaseName = (typeof databaseNames)[number];

const secret = (): string => randomBytes(32).toString('base64url');

export const operatorTokenFile = (dataDir: string): string => join(dataDir, 'operator-token');

export async function loadSecrets(dataDir: string): Promise<Secrets & { operatorToken: string }> {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const made: Secrets = {
      serviceToken: secret(),
      session: secret(),
      oidcClient: secret(),
      providerCookies: secret(),
      providerKey: { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'demo' },
      databases: Object.fromEntries(databaseNames.map((name) => [name, secret()])),
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  const tokenFile = operatorTokenFile(dataDir);
  if (!existsSync(tokenFile)) writeFileSync(tokenFile, secret(), { mode: 0o600 });
  return {
    ...(JSON.parse(readFileSync(file, 'utf8')) as Secrets),
    operatorToken: readFileSync(tokenFile, 'utf8').trim(),
  };
}
