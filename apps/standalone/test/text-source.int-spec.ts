import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readRecords, type ReadRecord } from '#platform';
import { openText } from '../src/cli/text-source.js';

const ads = Array.from({ length: 2000 }, (_, id) => ({ id, headline: `Svetsare i Luleå nr ${id} 😀` }));
const array = JSON.stringify(ads, null, 1);
const ndjson = ads.map((ad) => JSON.stringify(ad)).join('\n');

let folder: string;
let server: Server;
let url: string;

async function read(source: string): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  for await (const record of readRecords(await openText(source))) records.push(record);
  return records;
}
const values = (records: readonly ReadRecord[]): unknown[] =>
  records.flatMap((one) => ('value' in one ? [one.value] : []));
const faults = (records: readonly ReadRecord[]): string[] =>
  records.flatMap((one) => ('fault' in one ? [one.fault] : []));
function file(content: string | Buffer): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rallare-text-'));
  server = createServer((request, response) => {
    if (request.url === '/missing') response.writeHead(404).end();
    else if (request.url === '/half') {
      response.writeHead(200, { 'content-length': '100000' });
      response.write(ndjson.slice(0, 5000), () => response.destroy());
    } else if (request.url === '/bytes') {
      // The first byte alone: whether it is gzip is told by two.
      const whole = gzipSync(ndjson);
      response.write(whole.subarray(0, 1), () => setImmediate(() => response.end(whole.subarray(1))));
    } else response.end(array);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a file', () => {
  it.each([
    ['an array', array],
    ['one a line', ndjson],
    ['with a byte order mark', `\ufeff${ndjson}`],
    ['an array, gzipped', gzipSync(array)],
    ['one a line, gzipped', gzipSync(ndjson)],
  ])('is read in a stream: %s', async (_, content) => {
    expect(values(await read(file(content)))).toEqual(ads);
  });

  it('that is broken off gives what is whole', async () => {
    const half = await read(file(gzipSync(ndjson).subarray(0, 4000)));
    expect(values(half)).toEqual(ads.slice(0, half.length - 1));
    expect(faults(half)).toEqual([expect.stringContaining('the file cannot be read further')]);
  });

  it('in another encoding is told record by record, and what is ASCII goes in', async () => {
    const records = await read(file(Buffer.from('{"a":"Luleå"}\n{"a":"Boden"}\n', 'latin1')));
    expect(records).toEqual([
      { line: 1, fault: 'the record is not UTF-8' },
      { line: 2, value: { a: 'Boden' }, size: 13 },
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff[]', 'utf16le'), 'is UTF-16'],
    ['a folder', null, 'is a folder'],
  ])('is refused in one line: %s', async (_, content, reason) => {
    await expect(openText(content ? file(content) : folder)).rejects.toThrow(reason);
  });

  it('that is not there is told', async () => {
    await expect(openText(join(folder, 'nothing'))).rejects.toThrow('there is no such file');
  });

  it('that is empty is told', async () => {
    expect(await read(file(''))).toEqual([{ line: 1, fault: 'the file is empty' }]);
  });
});

describe('an address', () => {
  it('is read like a file, also gzipped', async () => {
    expect(values(await read(`${url}/array`))).toEqual(ads);
    expect(values(await read(`${url}/bytes`))).toEqual(ads);
  });

  it('that breaks off gives what is whole', async () => {
    const records = await read(`${url}/half`);
    expect(values(records).length).toBeGreaterThan(10);
    expect(faults(records)).toHaveLength(1);
  });

  it('that has nothing is told in one line', async () => {
    await expect(openText(`${url}/missing`)).rejects.toThrow(`${url}/missing answered 404`);
    await expect(openText('http://127.0.0.1:59999/')).rejects.toThrow('does not answer');
  });
});
