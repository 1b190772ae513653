import { createServer } from 'node:net';

type Attempt = { readonly port: number } | { readonly failure: NodeJS.ErrnoException };

const tryListening = (host: string, port: number): Promise<Attempt> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (failure) => resolve({ failure }));
    server.listen(port, host, () => {
      const address = server.address();
      const opened = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve({ port: opened }));
    });
  });

const mostTried = 100;

/** The wanted port, or the next free one after it; 0 is any free one. @throws Error in one line, naming HOST or PORT. */
export async function portFrom(host: string, wanted: number): Promise<number> {
  const last = Math.min(wanted + mostTried - 1, 65_535);
  for (let port = wanted; port <= last; port += 1) {
    const attempt = await tryListening(host, port);
    if ('port' in attempt) return attempt.port;
    const { code, message } = attempt.failure;
    if (code === 'EACCES') throw new Error(`PORT: this user may not open ${port}`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
      throw new Error(`HOST: ${host} is no address of this machine`);
    if (code !== 'EADDRINUSE') throw new Error(`HOST, PORT: ${message}`);
  }
  throw new Error(`PORT: none of ${wanted} to ${last} is free on ${host}`);
}

/** Any free port on loopback. */
export const anyPort = (): Promise<number> => portFrom('127.0.0.1', 0);

const everywhere = new Set(['0.0.0.0', '::']);

/** The address of a server that listens on a host; one that listens on all of a machine's addresses is called by `local`. */
export function urlOf(host: string, port: number, local: string): string {
  const name = everywhere.has(host) ? local : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
