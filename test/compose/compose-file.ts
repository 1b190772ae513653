import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface ComposeService {
  image?: string;
  build?: { context: string; target?: string };
  command?: string[];
  environment?: Record<string, string | number>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  networks?: string[];
  ports?: string[];
  user?: string;
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks: Record<string, unknown>;
  volumes: Record<string, unknown>;
}

export const root = join(import.meta.dirname, '..', '..');
export const readText = (file: string): string => readFileSync(join(root, file), 'utf8');
export const compose = parse(readText('docker-compose.yml'), { merge: true }) as ComposeFile;

export interface Reference {
  name: string;
  /** `:?` fails without a value, `:-` falls back, nothing gives an empty string. */
  operator: ':?' | ':-' | '';
  fallback: string;
}

const REFERENCE = /\$\{([A-Z_][A-Z0-9_]*)(?:(:[?-])([^}]*))?\}/g;

export function references(text: string): Reference[] {
  return [...text.matchAll(REFERENCE)].map(([, name, operator, fallback]) => ({
    name: name!,
    operator: (operator ?? '') as Reference['operator'],
    fallback: fallback ?? '',
  }));
}

/** What `docker compose` would put in. @throws Error for a required variable without a value. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(REFERENCE, (_all, name: string, operator: string | undefined, rest = '') => {
    if (values[name]) return values[name];
    if (operator === ':?') throw new Error(`${name}: ${rest}`);
    return operator === ':-' ? (rest as string) : '';
  });
}

/** Names and values of `.env.example`. */
export function exampleSettings(): Record<string, string> {
  const lines = readText('.env.example').split('\n');
  return Object.fromEntries(
    lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/=(.*)/s, 2) as [string, string]),
  );
}
