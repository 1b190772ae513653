import { createServer } from 'node:net';

const canListen = (host: string, port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });

/** The wanted port, or the next free one after it. */
export async function portFrom(host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    const free = await canListen(host, port);
    if (free !== null) return free;
  }
  throw new Error(`PORT: none of ${wanted} to ${wanted + 99} is free on ${host}`);
}

/** Any free port on loopback. */
export async function anyPort(): Promise<number> {
  const port = await canListen('127.0.0.1', 0);
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}
