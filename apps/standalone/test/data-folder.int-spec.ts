import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder, holderOf } from '../src/data-folder.js';
import { demoLoad, markDemoLoaded } from '../src/demo/demo-mark.js';
import { readRunFile, removeRunFile, writeRunFile, type RunFile } from '../src/run-file.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rallare-data-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = (content: unknown): void => writeFileSync(join(folder, 'starter.lock'), JSON.stringify(content));

describe('a data folder', () => {
  it('belongs to one living process, which can give it back', () => {
    const release = claimDataFolder(folder);
    expect(holderOf(folder)).toEqual({ pid: process.pid });
    expect(() => claimDataFolder(folder)).toThrow(`process ${process.pid} runs on the same data already`);
    release();
    expect(holderOf(folder)).toBeNull();
    claimDataFolder(folder)();
  });

  it('is free after a process that died, also where its id is another’s by now', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('close', resolve));
    for (const holder of [
      { pid: dead.pid, birth: '1' },
      { pid: process.pid, birth: '1' },
      { pid: process.pid },
      { pid: 'x' },
      {},
      [],
    ]) {
      lock(holder);
      expect(holderOf(folder)).toBeNull();
      claimDataFolder(folder)();
    }
    writeFileSync(join(folder, 'starter.lock'), '{"pid":');
    claimDataFolder(folder)();
  });

  it('keeps what the running system tells, or nothing', () => {
    expect(readRunFile(folder)).toBeNull();
    const run: RunFile = {
      url: 'http://127.0.0.1:1',
      openDataUrl: 'http://127.0.0.1:2',
      pid: 1,
      services: {},
      operatorTokenFile: 'x',
    };
    writeRunFile(folder, run);
    expect(readRunFile(folder)).toEqual(run);
    writeFileSync(join(folder, 'run.json'), '{"url":');
    expect(readRunFile(folder)).toBeNull();
    removeRunFile(folder);
    removeRunFile(folder);
    expect(existsSync(join(folder, 'run.json'))).toBe(false);
  });

  it('knows whether the demo region is new, fresh or growing old', () => {
    const now = new Date('2026-05-05T12:00:00Z');
    expect(demoLoad(folder, now)).toBe('never');
    markDemoLoaded(folder, now);
    expect(demoLoad(folder, new Date('2026-05-18T12:00:00Z'))).toBe('fresh');
    expect(demoLoad(folder, new Date('2026-05-19T12:00:00Z'))).toBe('old');
    writeFileSync(join(folder, 'demo-loaded'), 'x');
    expect(demoLoad(folder, now)).toBe('old');
  });
});
