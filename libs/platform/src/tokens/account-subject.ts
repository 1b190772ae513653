import { createHash } from 'node:crypto';

/**
 * The pseudonym of an account: the provider's own identifier, which can be a personal number, never leaves the gateway.
 * @param namespace the provider: its issuer, or `demo` for the demo provider, whose address changes with its port.
 */
export const accountSubject = (namespace: string, providerSubject: string): string =>
  createHash('sha256').update(`${namespace}\n${providerSubject}`).digest('base64url').slice(0, 32);

/** Namespace of the demo provider's accounts. */
export const demoNamespace = 'demo';
