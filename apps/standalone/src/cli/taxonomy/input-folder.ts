import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError, type InputFile } from '#taxonomy';

/** Every file below a folder, named by its path in it. @throws ImportError `missing` where there is no folder, or nothing in it. */
export function inputFolder(folder: string): InputFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ImportError('missing', folder, '', 'is no folder');
  const files = filesIn(folder, '');
  if (files.length === 0) throw new ImportError('missing', folder, '', 'holds no files');
  return files;
}

function filesIn(folder: string, below: string): InputFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    if (entry.isDirectory()) return filesIn(folder, `${name}/`);
    return entry.isFile() ? [{ name, bytes: () => readFileSync(join(folder, name)) }] : [];
  });
}
