import { createServer, type AddressInfo, type Server } from 'node:net';
import { anyPort, portFrom, urlOf } from '../src/processes/ports.js';

const listen = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('ports', () => {
  it('give the next free one where the wanted one is taken', async () => {
    const server = await listen();
    const port = await portFrom('127.0.0.1', portOf(server));
    expect(port).toBeGreaterThan(portOf(server));
    server.close();
  });

  it('can be any free one', async () => {
    expect(await portFrom('127.0.0.1', 0)).toBeGreaterThan(0);
    expect(await anyPort()).not.toBe(await anyPort());
  });

  it.each(['192.0.2.1', 'no-such-host.invalid'])('say that %s is no address of this machine', async (host) => {
    await expect(portFrom(host, 0)).rejects.toThrow(`HOST: ${host} is no address of this machine`);
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8'],
    ['0.0.0.0', 'http://localhost:8'],
    ['::', 'http://localhost:8'],
    ['::1', 'http://[::1]:8'],
    ['jobb.example', 'http://jobb.example:8'],
  ])('are part of an address: %s', (host, url) => {
    expect(urlOf(host, 8, 'localhost')).toBe(url);
    expect(URL.canParse(url)).toBe(true);
  });
});
