import type { Operation } from '#contracts';
import { z } from 'zod';

type Named = readonly [name: string, body: unknown];

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

const values: readonly Named[] = [
  ['null', null],
  ['a number', 7],
  ['a huge number', 1e308],
  ['a long text', 'å'.repeat(100_000)],
  ['NUL in a text', 'a\u0000b'],
  ['a lone surrogate', '\ud800'],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a query', "'; DROP TABLE profile; --"],
  ['an array', [1, 'two', null]],
  ['an object', { $ne: null, __proto__: { admin: true } }],
  ['a deep array', deep(2000)],
  ['an impossible date', '2026-02-31'],
  ['an unknown municipality', '9999'],
  ['right to left and marks', '\u202eabc\u0301\u0301\u0301'],
];

/** Bodies that no client should send: each field of the operation in turn holds what it must not. */
export function hostileBodies({ body }: Operation): Named[] {
  const shape = body instanceof z.ZodObject ? Object.keys(body.shape) : [];
  const perField = shape.flatMap((field) =>
    values.map(([name, value]) => [`${field}: ${name}`, { [field]: value }] as const),
  );
  return [
    ['nothing', {}],
    ['an array', []],
    ['unknown fields', { role: 'operator', status: 'published', score: 100 }],
    ...perField,
  ];
}

/** Bytes that are no JSON, each with the statuses that are right answers to them. */
export const rawBodies: readonly (readonly [
  name: string,
  type: string,
  bytes: string | Buffer,
  expected: readonly number[],
])[] = [
  ['half a document', 'application/json', '{"a": [1, 2', [400]],
  ['no JSON', 'application/json', 'hello', [400]],
  ['a bare text', 'application/json', '"hello"', [400]],
  ['another encoding', 'application/json; charset=iso-8859-1', '{"a": "b"}', [400, 415]],
  ['bytes that are no UTF-8', 'application/json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), [400]],
  ['a form', 'application/x-www-form-urlencoded', 'a=b', [415]],
  ['no type', 'text/plain', '{}', [415]],
  ['too much', 'application/json', `{"a": "${'x'.repeat(17_000_000)}"}`, [413]],
];
