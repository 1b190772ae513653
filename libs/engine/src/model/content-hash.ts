import { createHash } from 'node:crypto';

/** Sixteen hexadecimal digits of SHA-256 over JSON with sorted keys: equal content, equal hash. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
