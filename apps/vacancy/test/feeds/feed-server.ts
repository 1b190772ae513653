import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of feeds on loopback, that answers as it is told to. */
export interface FeedServer {
  /** `127.0.0.1:port`, as the service is allowed to read it. */
  readonly host: string;
  readonly asked: string[];
  answers: Record<string, Answer | string | object>;
  url(path: string): string;
  stop(): Promise<void>;
}

export async function feedServer(): Promise<FeedServer> {
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    feeds.asked.push(request.url!);
    const answer = feeds.answers[path];
    if (typeof answer === 'function') return answer(request, response);
    if (answer === undefined) return void response.writeHead(404).end();
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const feeds: FeedServer = {
    host,
    asked: [],
    answers: {},
    url: (path) => `http://${host}${path}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return feeds;
}
