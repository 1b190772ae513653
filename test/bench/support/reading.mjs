// Addresses that are read as a browser reads them, packed and over kept connections, and not looked into: so that the asker costs the machine little beside what is measured.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, timeout: 3000 });

/** @returns how many bytes came. @throws Error for any other status than 200. */
export function readAll(address, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => (bytes += chunk.length));
      answer.once('error', reject);
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address} answered ${answer.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
