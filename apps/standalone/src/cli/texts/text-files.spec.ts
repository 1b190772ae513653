import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTextFile, readTextFolder } from './text-files.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rallare-texts-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('reads the texts of a folder by name, and says what it cannot read and why', async () => {
  writeFileSync(join(folder, 'b.txt'), '\ufeffSvetsare\r\n');
  writeFileSync(join(folder, 'a.md'), 'Kock');
  writeFileSync(join(folder, '.hidden'), 'x');
  writeFileSync(join(folder, 'empty.txt'), ' \n');
  writeFileSync(join(folder, 'latin.txt'), Buffer.from([0x53, 0xe4, 0x6c, 0x6a]));
  writeFileSync(join(folder, 'utf16.txt'), Buffer.from([0xff, 0xfe, 0x41, 0]));
  writeFileSync(join(folder, 'zeros.doc'), 'a\0b');
  writeFileSync(join(folder, 'long.txt'), 'a'.repeat(1_000_001));
  mkdirSync(join(folder, 'sub'));
  const { texts, skipped } = await readTextFolder(folder);
  expect(texts).toEqual([
    { name: 'a.md', text: 'Kock' },
    { name: 'b.txt', text: 'Svetsare\r\n' },
  ]);
  expect(skipped).toEqual([
    { name: 'empty.txt', reason: 'is empty' },
    { name: 'latin.txt', reason: 'is not UTF-8 text' },
    { name: 'long.txt', reason: 'is longer than 1000000 characters' },
    { name: 'sub', reason: 'is a folder' },
    { name: 'utf16.txt', reason: 'is UTF-16, and must be UTF-8' },
    { name: 'zeros.doc', reason: 'is no text' },
  ]);
});

it('refuses in one line what cannot be opened, or holds nothing', async () => {
  await expect(readTextFolder(folder)).rejects.toThrow(`${folder}: holds no files`);
  await expect(readTextFolder(join(folder, 'none'))).rejects.toThrow('there is no such folder');
  writeFileSync(join(folder, 'empty.txt'), '');
  await expect(readTextFolder(folder)).rejects.toThrow('none of 1 files can be read');
  await expect(readTextFolder(join(folder, 'empty.txt'))).rejects.toThrow('is no folder');
  await expect(readTextFile(join(folder, 'none'))).rejects.toThrow('there is no such file');
});
