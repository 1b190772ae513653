import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where shared data lies: `RALLARE_SHARED`, else beside the project. */
export const sharedData = join(process.env['RALLARE_SHARED'] ?? join(projectRoot(), '..', 'shared'), 'data');

/** A path as the person who started the bench means it. */
export const startFolder = process.env['INIT_CWD'] ?? process.cwd();

export const embeddingsEnvironment = {
  EMBEDDINGS_URL: process.env['EMBEDDINGS_URL'] || undefined,
  EMBEDDINGS_MODEL: process.env['EMBEDDINGS_MODEL'] || undefined,
  EMBEDDINGS_KEY: process.env['EMBEDDINGS_KEY'] || undefined,
};

function projectRoot(): string {
  return process.env['RALLARE_ROOT'] ?? join(fileURLToPath(new URL('.', import.meta.url)), '../../..');
}
