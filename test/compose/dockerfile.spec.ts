import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText, root } from './compose-file.js';

interface Instruction {
  word: string;
  rest: string;
}

const instructions: Instruction[] = readText('Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => ({ word: line.split(/\s+/, 1)[0]!, rest: line.slice(line.indexOf(' ') + 1).trim() }));

const of = (word: string): string[] =>
  instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest);
const stages = of('FROM').map((rest) => /^(\S+) AS (\S+)$/.exec(rest)!.slice(1, 3) as [image: string, name: string]);
const allowed = readText('.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

describe('Dockerfile', () => {
  it('uses only instructions that Docker knows', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
    expect(instructions.filter(({ word }) => !known.includes(word))).toEqual([]);
  });

  it('builds every stage on Node 24', () => {
    expect(stages.map(([image]) => image)).toEqual(stages.map(() => 'node:24-bookworm-slim'));
  });

  it('copies from the folder only what is there and reaches the build', () => {
    const sources = of('COPY')
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
    expect(sources.filter((source) => !allowed.includes(source.split('/')[0]!))).toEqual([]);
  });

  it('copies between stages only from an earlier one', () => {
    const position = (name: string): number => stages.findIndex(([, stage]) => stage === name);
    let current = -1;
    for (const { word, rest } of instructions) {
      if (word === 'FROM') current += 1;
      const from = /^--from=(\S+)/.exec(rest)?.[1];
      if (!from) continue;
      expect(position(from)).toBeGreaterThanOrEqual(0);
      expect(position(from)).toBeLessThan(current);
    }
  });

  it('runs as an ordinary user and hands signals to Node', () => {
    const last = instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));
    expect(last.filter(({ word }) => word === 'USER').map(({ rest }) => rest)).toEqual(['node']);
    expect(last.findIndex(({ word }) => word === 'USER')).toBeLessThan(last.findIndex(({ word }) => word === 'CMD'));
    const command = JSON.parse(last.find(({ word }) => word === 'CMD')!.rest) as string[];
    expect(command[2]).toMatch(/^exec node /);
  });

  it('takes no secrets into the image', () => {
    expect(allowed.filter((name) => name.includes('env') || name.includes('.git'))).toEqual([]);
    expect(of('ENV').filter((rest) => /PASSWORD|SECRET|TOKEN|KEY/.test(rest))).toEqual([]);
  });
});
