import { systemApi, type Operation } from '#contracts';
import { operationUrl, type CallInput, type ParsedAnswer } from '#platform';
import request from 'supertest';
import { OpenApiAnswers } from './openapi-answers.js';

const describedBy = new Map<string, Promise<OpenApiAnswers>>();

const answersOf = (url: string): Promise<OpenApiAnswers> => {
  let answers = describedBy.get(url);
  if (!answers) {
    answers = request(url)
      .get('/api/openapi.json')
      .expect(200)
      .then(({ body }) => new OpenApiAnswers(body));
    describedBy.set(url, answers);
  }
  return answers;
};

/** Somebody with a browser's cookies who uses the API through the gateway; every answer is held against the OpenAPI document. */
export class Visitor {
  private readonly agent: ReturnType<typeof request.agent>;
  private csrfToken = '';

  constructor(private readonly url: string) {
    this.agent = request.agent(url);
  }

  /** Signs in as a demo person, the way a browser does. */
  async signIn(account: string): Promise<this> {
    const page = await this.agent.get('/auth/sign-in').redirects(5).expect(200);
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    if (!action) throw new Error(`no sign-in page: ${page.text.slice(0, 300)}`);
    await this.agent.post(action).type('form').send({ account }).redirects(6);
    const session = await this.call(systemApi.getSession);
    if (!session.signedIn) throw new Error(`${account} is not signed in`);
    this.csrfToken = session.csrfToken;
    return this;
  }

  signOut(): request.Test {
    return this.agent.post('/auth/sign-out').set('x-csrf-token', this.csrfToken).redirects(0);
  }

  /** Asks, expects the operation's own status, and gives the answer. */
  async call<O extends Operation>(operation: O, input: CallInput<O> = {}): Promise<ParsedAnswer<O>> {
    const answer = await this.ask(operation, input);
    if (answer.status !== operation.status)
      throw new Error(`${operation.id} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    return answer.body as ParsedAnswer<O>;
  }

  /** Asks, whatever is answered. */
  async ask<O extends Operation>(operation: O, input: CallInput<O> = {}): Promise<request.Response> {
    const path = operationUrl('/api', operation, input as { params?: object; query?: object });
    const answer = await this.raw(operation.method, path, input.body);
    const answers = await answersOf(this.url);
    answers.check(operation, answer.status, answer.body);
    return answer;
  }

  /** Sends any body to any address. */
  async raw(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<request.Response> {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const sent = this.agent[verb](path).set({ 'x-csrf-token': this.csrfToken, ...headers });
    return body === undefined ? sent : sent.send(body as object);
  }
}
