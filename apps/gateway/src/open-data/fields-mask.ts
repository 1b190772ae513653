/** `total{value}, hits{id, employer{name}}`: which keys of an answer somebody wants; null is the whole value. */
export type FieldsMask = ReadonlyMap<string, FieldsMask | null>;

const token = /[{}]|[^\s,{}]+/g;
const deepest = 20;

/** Reads an `X-Fields` header; null where it is no mask, and nothing is left out. */
export function readMask(header: string | undefined): FieldsMask | null {
  const tokens = (header ?? '').slice(0, 4_000).match(token) ?? [];
  // Some write the whole mask in braces.
  const inner = tokens[0] === '{' && tokens.at(-1) === '}' ? tokens.slice(1, -1) : tokens;
  const root = new Map<string, FieldsMask | null>();
  const open: Map<string, FieldsMask | null>[] = [root];
  let last: string | null = null;
  for (const one of inner) {
    const at = open.at(-1)!;
    if (one === '{') {
      if (last === null || open.length > deepest) return null;
      const below = new Map<string, FieldsMask | null>();
      at.set(last, below);
      open.push(below);
      last = null;
    } else if (one === '}') {
      open.pop();
      if (open.length === 0) return null;
      last = null;
    } else {
      at.set(one, null);
      last = one;
    }
  }
  return open.length === 1 && root.size > 0 ? root : null;
}

/** Only the named keys; of lists, of each item. A `*` is all keys. */
export function masked(value: unknown, mask: FieldsMask | null): unknown {
  if (mask === null || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => masked(item, mask));
  const all = mask.has('*');
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      mask.has(key) ? [[key, masked(one, mask.get(key) ?? null)]] : all ? [[key, one]] : [],
    ),
  );
}
