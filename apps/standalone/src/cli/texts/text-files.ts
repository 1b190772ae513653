import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasBrokenBytes } from '#platform';
import { openText } from '../text-source.js';

/** A text file of a folder, or a text that was asked for by name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** An ad or a CV is some pages: what is longer is something else. UTF-16 units. */
const longestText = 1_000_000;

/** @throws Error in one line: no such file, empty, no text, too long. */
export async function readTextFile(path: string): Promise<string> {
  let text = '';
  for await (const part of await openText(path)) {
    text += part;
    if (text.length > longestText) throw new Error(`${path}: is longer than ${longestText} characters`);
  }
  if (hasBrokenBytes(text)) throw new Error(`${path}: is not UTF-8 text`);
  if (text.includes('\0')) throw new Error(`${path}: is no text`);
  if (text.trim() === '') throw new Error(`${path}: is empty`);
  return text.replace(/^\ufeff/, '');
}

/**
 * The texts of a folder by name, and what could not be read, with why. Hidden files are passed over.
 * @throws Error in one line where the folder cannot be opened, or nothing in it can be read.
 */
export async function readTextFolder(folder: string): Promise<{ texts: NamedText[]; skipped: Skipped[] }> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${folder}: ${whyNoFolder(error)}`, { cause: error });
  });
  const texts: NamedText[] = [];
  const skipped: Skipped[] = [];
  for (const name of entries.filter((one) => !one.startsWith('.')).sort()) {
    const path = join(folder, name);
    try {
      texts.push({ name, text: await readTextFile(path) });
    } catch (error) {
      skipped.push({ name, reason: (error as Error).message.replace(`${path}: `, '') });
    }
  }
  if (texts.length === 0)
    throw new Error(
      `${folder}: ${skipped.length === 0 ? 'holds no files' : `none of ${skipped.length} files can be read`}`,
    );
  return { texts, skipped };
}

function whyNoFolder({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such folder';
  if (code === 'ENOTDIR') return 'is no folder';
  return code === 'EACCES' ? 'may not be read' : message;
}
