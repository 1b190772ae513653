import { openDataApi, type Operation } from '#contracts';
import { z } from 'zod';
import { describeParameters, jsonSchema, type Json } from '../openapi/openapi.js';

const errorSchema = z.object({
  message: z.string(),
  /** By parameter what is wrong with it. */
  errors: z.record(z.string(), z.string()).optional(),
});

const headers: readonly (readonly [string, string])[] = [
  ['X-Fields', 'Which keys come back: `total{value}, hits{id, employer{name}}`'],
  ['x-feature-disable-smart-freetext', '`true`: words are words, no concepts'],
  ['x-feature-freetext-bool-method', '`and` or `or` between plain words; `or` unless said'],
];

const error = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

function contentOf({ answer, items, id }: Operation): Json {
  if (answer) return { 'application/json': { schema: jsonSchema(answer, 'output') } };
  if (!items) return { 'image/png': {} };
  const list = { 'application/json': { schema: { type: 'array', items: jsonSchema(items, 'output') } } };
  return id.endsWith('2') ? { ...list, 'application/jsonl': {} } : list;
}

function describe(operation: Operation): Json {
  const shown = describeParameters(operation).filter(({ name }) => !String(name).startsWith('x-feature-'));
  const masks = operation.answer
    ? headers.map(([name, description]) => ({ name, in: 'header', description, schema: { type: 'string' } }))
    : [];
  return {
    operationId: operation.id,
    tags: [operation.items ? 'JobStream' : 'JobSearch'],
    summary: operation.summary,
    parameters: [...shown, ...masks],
    responses: {
      200: { description: 'Done', content: contentOf(operation) },
      304: { description: 'Not changed since the ETag that was shown' },
      400: error('A parameter is wrong'),
      404: error('No such ad'),
      429: error('Too many requests'),
    },
  };
}

/** OpenAPI 3.1 of the open data, from the schemas that parse its requests and answers. */
export function openDataDocument(publicUrl: string): Json {
  const operations: readonly Operation[] = Object.values(openDataApi);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rallare open data',
      version: '1',
      description:
        'Open ads, in the shape of JobTech’s JobSearch and JobStream: a client made for those works by changing its base address. No key; unknown parameters are ignored.',
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      operations.map((operation) => [operation.path.replace('/open-data', ''), { get: describe(operation) }]),
    ),
    components: { schemas: { Error: jsonSchema(errorSchema, 'output') } },
  };
}
