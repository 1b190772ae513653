import { problemDocument, publicOperations, type Operation } from '#contracts';
import { z } from 'zod';

export type Json = Record<string, unknown>;

export const jsonSchema = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return rest;
};

/** What an address can carry: a coerced or repeated parameter is described by what it becomes. */
function parameterSchema(type: z.ZodType): Json {
  const given = jsonSchema(type, 'input');
  const isOpen = given['type'] === undefined && given['enum'] === undefined && given['anyOf'] === undefined;
  return isOpen ? jsonSchema(type, 'output') : given;
}

/** Of an operation's path and query. */
export function describeParameters(operation: Operation): Json[] {
  const path = Object.entries(operation.params?.shape ?? {}).map(([name, type]) => ({
    name,
    in: 'path',
    required: true,
    schema: jsonSchema(type as z.ZodType, 'input'),
  }));
  const query = Object.entries(operation.query?.shape ?? {}).map(([name, type]) => ({
    name,
    in: 'query',
    required: !(type as z.ZodType).safeParse(undefined).success,
    schema: parameterSchema(type as z.ZodType),
  }));
  return [...path, ...query];
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function describe(operation: Operation): Json {
  const isOpen = operation.who === 'anyone';
  const answer = operation.answer
    ? operation.isStream
      ? {
          description: 'Server-sent events; each is named after a member of the schema and carries that member',
          content: { 'text/event-stream': { schema: jsonSchema(operation.answer, 'output') } },
        }
      : {
          description: 'Done',
          content: { [operation.media ?? 'application/json']: { schema: jsonSchema(operation.answer, 'output') } },
        }
    : operation.items
      ? {
          description: 'Done; one a line',
          content: { 'application/x-ndjson': { schema: jsonSchema(operation.items, 'output') } },
        }
      : { description: 'Done; no content' };
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: isOpen
      ? 'For anyone.'
      : `For: ${(operation.who as readonly string[]).join(', ')}. Somebody else’s object answers 404.`,
    parameters: describeParameters(operation),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } },
          },
        }
      : {}),
    responses: { [operation.status]: answer, default: problem('A problem document (RFC 9457)') },
    ...(isOpen ? {} : { security: [{ session: [] }, { operator: [] }] }),
  };
}

/** OpenAPI 3.1, made from the same schemas that parse every request and answer. */
export function openApiDocument(publicUrl: string, cookieName: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of publicOperations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rallare',
      version: '1',
      description:
        'People and vacancies meet, both ways, explained. Errors are problem documents (RFC 9457). Writes with a session need its CSRF token in `X-CSRF-Token`.',
    },
    servers: [{ url: `${publicUrl}/api` }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemDocument, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName },
        operator: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
