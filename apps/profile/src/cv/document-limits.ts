import { invalidInput } from '#platform';

const deepest = 24;
const mostValues = 40_000;

const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

/**
 * Refuses documents that are built to be dear to read, before anything is read. Without recursion: depth is what it guards against.
 * @throws DomainError `invalid-input` with a pointer below `/document`.
 */
export function refuseHostile(document: Readonly<Record<string, unknown>>): void {
  const open: { value: unknown; pointer: string; depth: number }[] = [
    { value: document, pointer: '/document', depth: 0 },
  ];
  let values = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest)
      throw invalidInput([{ pointer: pointer.slice(0, 200), detail: `nested deeper than ${deepest} levels` }]);
    const keys = Object.keys(value);
    values += keys.length;
    if (values > mostValues)
      throw invalidInput([{ pointer: '/document', detail: `holds more than ${mostValues} values` }]);
    for (const key of keys)
      open.push({
        value: (value as Record<string, unknown>)[key],
        pointer: `${pointer}/${escaped(key.slice(0, 40))}`,
        depth: depth + 1,
      });
  }
}
