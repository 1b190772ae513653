import { SnapshotRefusedError } from './snapshot-refused.error.js';

/** Raised when the file's shape changes. */
export const snapshotFormat = 2;

/**
 * A file is a sequence of sections, each with a head of 16 bytes: its name in 8 ASCII characters, padded with blanks, and its length in bytes, little endian.
 * The first is `about`, the last `sha-256` over everything before it.
 */
export interface Section {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const headBytes = 16;
const nameBytes = 8;
export const hashSection = 'sha-256';
export const aboutSection = 'about';

/** What an engine must agree with before it takes over a snapshot. */
export interface SnapshotVersions {
  readonly format: number;
  readonly model: string;
  readonly idf: string;
}

export interface SnapshotHead extends SnapshotVersions {
  readonly about: Readonly<Record<string, string>>;
}

export function sectionHead(name: string, bytes: number): Uint8Array {
  const head = Buffer.alloc(headBytes);
  head.write(name.padEnd(nameBytes), 'latin1');
  head.writeBigUInt64LE(BigInt(bytes), nameBytes);
  return head;
}

export function readHead(head: Uint8Array): { name: string; bytes: number } {
  const buffer = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return {
    name: buffer.toString('latin1', 0, nameBytes).trimEnd(),
    bytes: Number(buffer.readBigUInt64LE(nameBytes)),
  };
}

export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** Throws `SnapshotRefusedError`, naming the first difference. */
export function requireSame(head: SnapshotHead, expected: SnapshotHead): void {
  for (const key of ['format', 'model', 'idf'] as const)
    if (head[key] !== expected[key]) throw new SnapshotRefusedError(`its ${key} is ${head[key]}, not ${expected[key]}`);
  for (const [key, value] of Object.entries(expected.about))
    if (head.about[key] !== value)
      throw new SnapshotRefusedError(`its ${key} is ${head.about[key] ?? 'not said'}, not ${value}`);
}
