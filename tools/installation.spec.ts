import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface InstallationModule {
  isInstalled: (root: string) => boolean;
}

const file = './installation.mjs';
const { isInstalled } = (await import(file)) as InstallationModule;

const folder = mkdtempSync(join(tmpdir(), 'rallare-installation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const here = { os: [process.platform], cpu: [process.arch], optional: true };
const elsewhere = { os: ['plan9'], cpu: ['x64'], optional: true };
const wanted = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/native-here': { version: '2.0.0', ...here },
  'node_modules/native-elsewhere': { version: '2.0.0', ...elsewhere },
};
const { 'node_modules/native-elsewhere': _other, ...complete } = wanted;

let next = 0;
function checkout(installed?: object): string {
  const root = join(folder, String((next += 1)));
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'x' }, ...wanted } }));
  if (installed)
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return root;
}

describe('isInstalled', () => {
  it('asks for all of the lock file but what is for other platforms', () => {
    expect(isInstalled(checkout(complete))).toBe(true);
  });

  it('notices an installation that never ended', () => {
    expect(isInstalled(checkout())).toBe(false);
  });

  it('notices a package of another version', () => {
    expect(isInstalled(checkout({ ...complete, 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
  });

  it('notices a missing package, also one of this platform that is optional', () => {
    const { 'node_modules/a': _a, ...withoutA } = complete;
    const { 'node_modules/native-here': _native, ...withoutNative } = complete;
    expect(isInstalled(checkout(withoutA))).toBe(false);
    expect(isInstalled(checkout(withoutNative))).toBe(false);
  });
});
