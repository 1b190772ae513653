import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createEngine } from '../create-engine.js';
import type { EngineParts } from '../engine.types.js';
import type { EngineOptions, MatchingEngine, SnapshotAbout } from '../matching-engine.types.js';
import { versionOf } from '../model/model-version.js';
import {
  aboutSection,
  hashSection,
  headBytes,
  readHead,
  requireSame,
  sectionHead,
  snapshotFormat,
  type Section,
  type SnapshotHead,
} from './snapshot-format.js';
import { SnapshotRefusedError } from './snapshot-refused.error.js';

/** Hashed and written at a time: others get their turn in between. */
const pieceBytes = 2 ** 21;

export interface WrittenSnapshot {
  readonly bytes: number;
  readonly sha256: string;
}

/** Saves all that an engine holds. The file is there whole or not at all: it is written beside its place and renamed. */
export async function writeSnapshot(
  path: string,
  engine: MatchingEngine,
  about: SnapshotAbout,
): Promise<WrittenSnapshot> {
  const beside = `${path}.${process.pid}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(beside, 'w', 0o600);
  try {
    const write = async (chunk: Uint8Array) => {
      bytes += chunk.byteLength;
      await file.writeFile(chunk);
    };
    for (const chunk of engine.snapshot(about))
      for (let at = 0; at < chunk.byteLength; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        hash.update(piece);
        await write(piece);
      }
    const digest = hash.digest();
    await write(sectionHead(hashSection, digest.byteLength));
    await write(digest);
    await file.sync();
    await file.close();
    await rename(beside, path);
    return { bytes, sha256: digest.toString('hex') };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * An engine as it was saved. Throws `SnapshotRefusedError` where the file is damaged or cut, or was saved with another model, rarity snapshot or `about` than expected; then
 * nothing of it is used. What `about` expects is compared; the rest of it is handed out.
 */
export function readSnapshot(
  path: string,
  parts: EngineParts,
  expected: SnapshotAbout,
  options?: EngineOptions,
): { engine: MatchingEngine; about: SnapshotAbout } {
  const [first, ...rest] = intactSections(path);
  if (!first) throw new SnapshotRefusedError('it is empty');
  const head = headOf(first);
  requireSame(head, { format: snapshotFormat, model: versionOf(parts.model), idf: parts.idf.id, about: expected });
  const engine = createEngine(parts, options);
  const restoring = engine.restoring();
  for (const section of rest) restoring.take(section);
  restoring.end();
  return { engine, about: head.about };
}

function headOf({ name, bytes }: Section): SnapshotHead {
  if (name !== aboutSection) throw new SnapshotRefusedError('it does not begin as one');
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as SnapshotHead;
  } catch {
    throw new SnapshotRefusedError('its head cannot be read');
  }
}

/** All of them but the hash, read once. The whole file is checked before anything of it is believed. */
function intactSections(path: string): Section[] {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const hash = createHash('sha256');
    const sections: Section[] = [];
    for (let at = 0; ;) {
      const head = read(file, at, headBytes, size);
      const { name, bytes: length } = readHead(head);
      at += headBytes;
      const bytes = read(file, at, length, size);
      at += length;
      if (name === hashSection) {
        if (at === size && hash.digest().equals(bytes)) return sections;
        throw new SnapshotRefusedError('its hash is not that of its content');
      }
      hash.update(head).update(bytes);
      sections.push({ name, bytes });
    }
  } finally {
    closeSync(file);
  }
}

function read(file: number, at: number, bytes: number, size: number): Buffer {
  if (at + bytes > size) throw new SnapshotRefusedError(`it is cut off at ${size} bytes`);
  const buffer = Buffer.allocUnsafeSlow(bytes);
  for (let done = 0; done < bytes;) {
    const got = readSync(file, buffer, done, Math.min(bytes - done, 2 ** 30), at + done);
    if (got === 0) throw new SnapshotRefusedError(`it is cut off at ${at + done} bytes`);
    done += got;
  }
  return buffer;
}
