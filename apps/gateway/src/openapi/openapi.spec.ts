import { publicOperations } from '#contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApiDocument } from './openapi.js';

type Json = Record<string, unknown>;
interface Described {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: Json }> }>;
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  security?: Record<string, string[]>[];
}

const document = openApiDocument('https://jobb.example.se', '__Host-rallare') as {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
};
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const schemas = described.flatMap(({ operation }) => [
  ...operation.parameters.map(({ name, schema }) => ({ at: `${operation.operationId} ${name}`, schema })),
  ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => ({
    at: `${operation.operationId} body`,
    schema,
  })),
  ...Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).map(({ schema }) => ({ at: `${operation.operationId} ${status}`, schema })),
  ),
]);

/** Every schema within a schema, by its JSON pointer. */
function* within(schema: unknown, at: string): Generator<{ at: string; schema: Json }> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  const one = schema as Json;
  yield { at, schema: one };
  for (const keyword of ['items', 'additionalProperties', 'propertyNames', 'not'])
    if (one[keyword]) yield* within(one[keyword], `${at}/${keyword}`);
  for (const keyword of ['properties', 'patternProperties', '$defs'])
    for (const [name, inner] of Object.entries((one[keyword] ?? {}) as Json))
      yield* within(inner, `${at}/${keyword}/${name}`);
  for (const keyword of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    for (const [index, inner] of ((one[keyword] ?? []) as unknown[]).entries())
      yield* within(inner, `${at}/${keyword}/${index}`);
}
const everySchema = schemas.flatMap(({ at, schema }) => [...within(schema, at)]);

describe('the OpenAPI document', () => {
  it('describes every public operation once, under its method and path', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(described.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`).sort()).toEqual(
      publicOperations.map(({ id, method, path }) => `${id} ${method.toLowerCase()} ${path}`).sort(),
    );
  });

  it('declares each parameter of a path, and no other', () => {
    for (const { path, operation } of described) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((one) => one.in === 'path');
      expect([operation.operationId, declared.map(({ name }) => name).sort()]).toEqual([
        operation.operationId,
        named.sort(),
      ]);
      expect(declared.every(({ required }) => required)).toBe(true);
      const keys = operation.parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('gives each operation an answer, a problem, and who may ask', () => {
    for (const { id, status, answer, items, who } of publicOperations) {
      const { operation } = described.find((one) => one.operation.operationId === id)!;
      expect(Object.keys(operation.responses).sort()).toEqual([String(status), 'default'].sort());
      expect(operation.responses[status]!.content === undefined).toBe(answer === null && items === undefined);
      expect(operation.responses['default']!.content).toHaveProperty(['application/problem+json']);
      expect([id, operation.security === undefined]).toEqual([id, who === 'anyone']);
    }
    const schemes = Object.keys(document.components.securitySchemes);
    for (const { operation } of described)
      for (const one of operation.security ?? []) expect(schemes).toEqual(expect.arrayContaining(Object.keys(one)));
  });

  it('holds JSON Schemas that compile, and references that lead somewhere', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const { at, schema } of schemas) {
      const whole = { ...schema, components: document.components };
      expect([at, ajv.validateSchema(whole)]).toEqual([at, true]);
      expect(() => ajv.compile(whole)).not.toThrow();
    }
    const references = everySchema.flatMap(({ schema }) =>
      typeof schema['$ref'] === 'string' ? [schema['$ref']] : [],
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      const target = reference
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
      expect([reference, typeof target]).toEqual([reference, 'object']);
    }
  });

  it('says of every value what it is', () => {
    // A number out of an address may come as a number or as its digits; what it becomes is described.
    const open = everySchema.filter(({ schema }) =>
      ['type', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', '$ref', 'not'].every(
        (keyword) => schema[keyword] === undefined,
      ),
    );
    // Documents of other makers, which are read rather than described here.
    const foreign = [
      'readCv body/properties/document/additionalProperties',
      'importProfile body/properties/document/additionalProperties',
      'addCv body/properties/document/additionalProperties',
      'exportProfile 200/properties/resume/additionalProperties',
      'importAds body/properties/records/items',
    ];
    expect(open.map(({ at }) => at)).toEqual(foreign);
  });
});
