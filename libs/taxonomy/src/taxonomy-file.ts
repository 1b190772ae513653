import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildTaxonomy } from './build-taxonomy.js';
import { canonicalJson, snapshotHash } from './snapshot-hash.js';
import { toSnapshot } from './snapshot-shape.js';
import { readTables, type SnapshotManifest } from './snapshot-tables.js';
import type { TaxonomySnapshot } from './snapshot.js';
import { TaxonomyError } from './taxonomy-error.js';
import type { Taxonomy } from './taxonomy.js';

/**
 * Loads a taxonomy, by default the starter that ships with the product: a snapshot file (JSON, gzipped or plain, as `writeSnapshot` makes it) or a folder of tables with a `manifest.json`.
 *
 * @throws TaxonomyError `unreadable` when it is not there or no JSON, `wrong-hash` when it is not what its hash says, and what `buildTaxonomy` throws.
 */
export function loadTaxonomy(path: string = starterTaxonomyPath()): Taxonomy {
  const { snapshot, hash } = readSnapshot(path);
  return buildTaxonomy(snapshot, hash);
}

/** Writes a snapshot with its hash, whole or not at all; gzipped when the name ends in `.gz`. */
export function writeSnapshot(path: string, snapshot: TaxonomySnapshot): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, snapshotBytes(snapshot, path.endsWith('.gz')));
  renameSync(partial, path);
}

/** A snapshot file's bytes: its hash, and the text that has this hash. */
export function snapshotBytes(snapshot: TaxonomySnapshot, zipped: boolean): Buffer {
  const text = canonicalJson(snapshot);
  const bytes = Buffer.from(`${head(sha256(Buffer.from(text)))}${text}}`);
  return zipped ? gzipSync(bytes) : bytes;
}

/** The taxonomy at a path as the bytes of one snapshot file, to be kept elsewhere; `parseSnapshot` reads them. */
export function taxonomyBytes(path: string = starterTaxonomyPath()): Buffer {
  return isFolder(path) ? snapshotBytes(readSnapshot(path).snapshot, true) : read(path);
}

/** Reads a snapshot out of a file's bytes. `place` is where they come from, for errors. @throws TaxonomyError as `loadTaxonomy` does. */
export function parseSnapshot(bytes: Uint8Array, place: string): { snapshot: TaxonomySnapshot; hash: string } {
  const plain = unzipped(bytes, place);
  const file = parse(plain, place) as { hash?: unknown; snapshot?: unknown } | null;
  if (typeof file?.hash !== 'string') throw new TaxonomyError('unreadable', place, 'is no snapshot file: no hash');
  const { hash } = file;
  const snapshot = toSnapshot(file.snapshot);
  // The usual file holds the very text that was hashed; one that was written otherwise is brought into that form first.
  const isCanonical = plain.subarray(0, head(hash).length).toString('utf8') === head(hash);
  const actual = isCanonical ? sha256(plain.subarray(head(hash).length, plain.length - 1)) : snapshotHash(snapshot);
  return assured(snapshot, hash, actual === hash ? hash : snapshotHash(snapshot), place);
}

const head = (hash: string): string => `{"hash":"${hash}","snapshot":`;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function assured(
  snapshot: TaxonomySnapshot,
  stated: string,
  actual: string,
  place: string,
): { snapshot: TaxonomySnapshot; hash: string } {
  if (actual === stated) return { snapshot, hash: stated };
  throw new TaxonomyError('wrong-hash', place, `the content has hash ${actual}, but ${stated} is stated`);
}

/**
 * Folder of the taxonomy that ships with the product, from source and from the build alike.
 *
 * @throws TaxonomyError `unreadable` when the product was installed without it.
 */
export function starterTaxonomyPath(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, 'libs', 'taxonomy', 'starter');
    if (existsSync(join(path, 'manifest.json'))) return path;
    const parent = dirname(folder);
    if (parent === folder) {
      throw new TaxonomyError('unreadable', 'libs/taxonomy/starter', 'is in no folder above the taxonomy library');
    }
    folder = parent;
  }
}

/** The snapshot at a path, with its hash, which was checked. @throws TaxonomyError as `loadTaxonomy` does. */
export function readSnapshot(path: string): { snapshot: TaxonomySnapshot; hash: string } {
  if (!isFolder(path)) return parseSnapshot(read(path), path);
  const table = (name: string): Buffer => unzipped(read(join(path, name)), join(path, name));
  const manifest = parse(table('manifest.json'), join(path, 'manifest.json')) as SnapshotManifest;
  const snapshot = readTables(manifest, (name) => table(name).toString('utf8'));
  return assured(snapshot, manifest.hash, snapshotHash(snapshot), path);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const unreadable = (place: string, error: unknown): TaxonomyError =>
  new TaxonomyError('unreadable', place, error instanceof Error ? error.message : String(error));

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unzipped(bytes: Uint8Array, place: string): Buffer {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw unreadable(place, error);
  }
}

function parse(bytes: Buffer, place: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw unreadable(place, error);
  }
}
