import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const built = join('dist', 'web');
const mostBytes = 180 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Files that must be there before the first page of a seeker is shown: the entry, one language, the page, and what they import. */
function firstView(manifest: Readonly<Record<string, Chunk>>, beginnings: readonly string[]): Set<string> {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the build`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  beginnings.forEach(add);
  return files;
}

(existsSync(join(built, '.vite', 'manifest.json')) ? describe : describe.skip)('the built application', () => {
  it.each(['sv', 'en'])('shows a first view with at most 180 kB of script, in %s', (language) => {
    const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
    const files = firstView(manifest, [
      'index.html',
      `src/language/${language}/index.ts`,
      'src/seeker/matches/matches-page.tsx',
    ]);
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
    expect(files.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });
});
