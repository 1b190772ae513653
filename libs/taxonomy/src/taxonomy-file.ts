import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildTaxonomy } from './build-taxonomy.js';
import { snapshotHash } from './snapshot-hash.js';
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
  const taxonomy = buildTaxonomy(snapshot);
  if (taxonomy.hash !== hash) {
    throw new TaxonomyError('wrong-hash', path, `the content has hash ${taxonomy.hash}, but ${hash} is stated`);
  }
  return taxonomy;
}

/** Writes a snapshot with its hash, whole or not at all; gzipped when the name ends in `.gz`. */
export function writeSnapshot(path: string, snapshot: TaxonomySnapshot): void {
  const text = JSON.stringify({ hash: snapshotHash(snapshot), snapshot });
  const partial = `${path}.partial`;
  writeFileSync(partial, path.endsWith('.gz') ? gzipSync(text) : text);
  renameSync(partial, path);
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

function readSnapshot(path: string): { snapshot: TaxonomySnapshot; hash: string } {
  if (isFolder(path)) {
    const manifest = parse(read(join(path, 'manifest.json')), join(path, 'manifest.json')) as SnapshotManifest;
    const snapshot = readTables(manifest, (table) => read(join(path, table)).toString('utf8'));
    return { snapshot, hash: manifest.hash };
  }
  const file = parse(read(path), path) as { hash?: unknown; snapshot?: unknown } | null;
  if (typeof file?.hash !== 'string') throw new TaxonomyError('unreadable', path, 'is no snapshot file: no hash');
  return { snapshot: toSnapshot(file.snapshot), hash: file.hash };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function read(path: string): Buffer {
  try {
    const bytes = readFileSync(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw new TaxonomyError('unreadable', path, error instanceof Error ? error.message : String(error));
  }
}

function parse(bytes: Buffer, path: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new TaxonomyError('unreadable', path, error instanceof Error ? error.message : String(error));
  }
}
