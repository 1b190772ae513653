import type { Operation, Principal, ServiceName } from '#contracts';
import { operationUrl, type ServiceTokens } from '#platform';
import type { INestApplication } from '@nestjs/common';
import request, { type Response } from 'supertest';

/** What an operation is asked with. */
export interface ServiceInput {
  params?: object;
  query?: object;
  body?: unknown;
}

/** Ways to ask a service that runs in this process. */
export interface ServiceDoor {
  ask(operation: Operation, principal: Principal, input?: ServiceInput): Promise<Response>;
  /** Asks and expects the operation's own status; gives the answer's body. Throws with the problem otherwise. */
  get<T>(operation: Operation, principal: Principal, input?: ServiceInput): Promise<T>;
}

/** Asks `app` as the gateway would: with a token that says who asks, minted for this service. */
export function serviceDoor(app: INestApplication, tokens: ServiceTokens, service: ServiceName): ServiceDoor {
  const ask: ServiceDoor['ask'] = async (operation, principal, { body, ...input } = {}) => {
    const token = await tokens.mint(principal, service);
    const method = operation.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const asked = request(app.getHttpServer() as never)[method](operationUrl('', operation, input));
    const answer = asked.set('authorization', `Bearer ${token}`);
    return body === undefined ? answer : answer.send(body as object);
  };
  return {
    ask,
    async get<T>(operation: Operation, principal: Principal, input?: ServiceInput): Promise<T> {
      const answer = await ask(operation, principal, input);
      if (answer.status !== operation.status)
        throw new Error(`${operation.id}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as T;
    },
  };
}
