import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FeedError } from './feed-error.js';

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Whether an address belongs to the public internet: no private, local, shared, reserved or translated one. */
export function isPublic(address: string): boolean {
  // An IPv4 address inside of an IPv6 one is judged as what it is.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * The addresses of a host, once all of them are known to be public: whoever connects must use one of these, and not ask for the name again.
 * @param allowed hosts (`name` or `name:port`) that may lie inside.
 * @throws FeedError
 */
export async function checkedAddresses(url: URL, allowed: ReadonlySet<string>): Promise<CheckedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const mayLieInside = allowed.has(host) || allowed.has(`${host}:${port}`);
  // One that is not public is enough: the name is not what it seems.
  if (!mayLieInside && !found.every(({ address }) => isPublic(address)))
    throw new FeedError(`${host} is no address of the public internet`);
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

async function resolve(host: string): Promise<{ address: string; family: number }[]> {
  try {
    return await lookup(host, { all: true, verbatim: true });
  } catch {
    throw new FeedError(`${host} has no address`);
  }
}
