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
    for (const chunk of engine.snapshot(about)) {
      hash.update(chunk);
      await write(chunk);
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
  const file = openSync(path, 'r');
  try {
    requireIntact(file);
    const engine = createEngine(parts, options);
    const versions = { format: snapshotFormat, model: versionOf(parts.model), idf: parts.idf.id };
    let head: SnapshotHead | undefined;
    const restoring = engine.restoring();
    for (const section of sectionsOf(file)) {
      if (head) restoring.take(section);
      else {
        head = headOf(section);
        requireSame(head, { ...versions, about: expected });
      }
    }
    if (!head) throw new SnapshotRefusedError('it is empty');
    restoring.end();
    return { engine, about: head.about };
  } finally {
    closeSync(file);
  }
}

function headOf({ name, bytes }: Section): SnapshotHead {
  if (name !== aboutSection) throw new SnapshotRefusedError('it does not begin as one');
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as SnapshotHead;
  } catch {
    throw new SnapshotRefusedError('its head cannot be read');
  }
}

/** The whole file is checked before anything of it is believed. */
function requireIntact(file: number): void {
  const { size } = fstatSync(file);
  const hash = createHash('sha256');
  const trailerAt = size - headBytes - hash.copy().digest().byteLength;
  if (trailerAt <= 0) throw new SnapshotRefusedError(`it is cut off at ${size} bytes`);
  const block = Buffer.allocUnsafeSlow(Math.min(trailerAt, 2 ** 20));
  for (let at = 0; at < trailerAt;) {
    const got = readSync(file, block, 0, Math.min(block.byteLength, trailerAt - at), at);
    if (got === 0) throw new SnapshotRefusedError(`it is cut off at ${at} bytes`);
    hash.update(block.subarray(0, got));
    at += got;
  }
  const trailer = read(file, trailerAt, size - trailerAt);
  const digest = hash.digest();
  const expected = Buffer.concat([sectionHead(hashSection, digest.byteLength), digest]);
  if (!trailer.equals(expected)) throw new SnapshotRefusedError('its hash is not that of its content');
}

function* sectionsOf(file: number): Iterable<Section> {
  for (let at = 0; ;) {
    const { name, bytes } = readHead(read(file, at, headBytes));
    if (name === hashSection) return;
    yield { name, bytes: read(file, at + headBytes, bytes) };
    at += headBytes + bytes;
  }
}

function read(file: number, at: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(bytes);
  for (let done = 0; done < bytes;) {
    const got = readSync(file, buffer, done, Math.min(bytes - done, 2 ** 30), at + done);
    if (got === 0) throw new SnapshotRefusedError(`it is cut off at ${at + done} bytes`);
    done += got;
  }
  return buffer;
}
