import type { Operation } from '#contracts';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Description {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: object;
}

/** Holds every answer against what the system's own OpenAPI document says of it. */
export class OpenApiAnswers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction | null>();

  constructor(private readonly description: Description) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'openapi', components: description.components });
  }

  /** @throws Error naming the operation and what of the answer does not fit. */
  check({ path, method, id }: Operation, status: number, body: unknown): void {
    const responses = this.description.paths[path]?.[method.toLowerCase()]?.responses;
    if (!responses) throw new Error(`${id} is not in the OpenAPI document`);
    const key = String(status) in responses ? String(status) : 'default';
    const content = Object.values(responses[key]?.content ?? {})[0];
    const name = `${id} ${key}`;
    if (!this.compiled.has(name)) {
      const text = content && JSON.stringify(content.schema).replaceAll('"#/components', '"openapi#/components');
      this.compiled.set(name, text ? this.ajv.compile(JSON.parse(text) as object) : null);
    }
    const validate = this.compiled.get(name);
    if (validate && !validate(body))
      throw new Error(`${name}: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 500)}`);
  }
}
