import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const magic = 'rallare-vectors/1';

/** Reads what `writeVectors` wrote under the same key; undefined where it is not there, of another key, or broken. */
export async function readVectorFile(
  path: string,
  key: string,
  count: number,
): Promise<{ dimensions: number; numbers: Float32Array } | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return undefined;
  }
  const end = bytes.indexOf(10);
  const [name, written, length] = bytes.subarray(0, Math.max(0, end)).toString('latin1').split(' ');
  const dimensions = Number(length);
  const body = bytes.subarray(end + 1);
  const fits = name === magic && written === key && dimensions > 0 && body.length === count * dimensions * 4;
  if (!fits) return undefined;
  const numbers = new Float32Array(count * dimensions);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = body.readFloatLE(at * 4);
  return { dimensions, numbers };
}

/** Writes a file of vectors, whole or not at all; several processes may write the same one. */
export async function writeVectorFile(
  path: string,
  key: string,
  dimensions: number,
  numbers: Float32Array,
): Promise<void> {
  const head = Buffer.from(`${magic} ${key} ${dimensions}\n`, 'latin1');
  const body = Buffer.alloc(numbers.length * 4);
  numbers.forEach((one, at) => body.writeFloatLE(one, at * 4));
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, Buffer.concat([head, body]));
  await rename(partial, path);
}
