import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (asked: Asked, response: ServerResponse) => void;

/** A service behind the gateway, over real HTTP: keeps what it was asked, and answers as it is told to. */
export interface StubService {
  readonly url: string;
  readonly asked: Asked[];
  answer: Answer;
  stop(): Promise<void>;
}

export const json =
  (body: unknown, status = 200): Answer =>
  (_asked, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

export async function stubService(answer: Answer = json({})): Promise<StubService> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { method: request.method!, url: request.url!, headers: request.headers, body };
      asked.push(one);
      stub.answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: StubService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}
