import type { ServiceName } from '#contracts';
import { DomainError } from '#platform';
import { Agent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as httpsRequest } from 'node:https';

/** Idle connections are closed here before the services close them, which they do after five seconds: no question meets a closing one. */
const kept = { keepAlive: true, timeout: 3000 };
const plain = new Agent(kept);
const secure = new SecureAgent(kept);

export interface Question {
  readonly service: ServiceName;
  readonly url: string;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | undefined;
  readonly signal: AbortSignal;
}

/**
 * Asks a service. Its answer is bytes as they were sent, packed where the service packed them.
 * @throws DomainError `unavailable` where nobody answers.
 */
export function askService({ service, url, method, headers, body, signal }: Question): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const address = new URL(url);
    const isSecure = address.protocol === 'https:';
    const asked = (isSecure ? httpsRequest : httpRequest)(address, {
      method,
      headers: { ...headers, ...(body && { 'content-length': body.length }) },
      agent: isSecure ? secure : plain,
      signal,
    });
    asked.once('response', resolve);
    // It stays: what breaks after the answer began is told by the answer too.
    asked.on('error', (error) => reject(new DomainError('unavailable', undefined, { service, cause: String(error) })));
    asked.end(body);
  });
}
