import { exportJWK, generateKeyPair } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface TestAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: unknown;
}

/** A real OpenID Connect provider below the gateway's own address. It signs in whoever `account` names, and refuses where it names nobody. */
export interface TestProvider {
  readonly url: string;
  account: TestAccount | null;
  stop(): Promise<void>;
}

export const clientSecret = 'the secret of the test client';

export async function startProvider(publicUrl: string): Promise<TestProvider> {
  const mount = '/oidc';
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const accounts = new Map<string, TestAccount>();
  const provider = new Provider(`${publicUrl}${mount}`, {
    clients: [
      {
        client_id: 'rallare',
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' } as never] },
    cookies: { keys: ['a key for the cookies of the provider'] },
    claims: { openid: ['sub'], profile: ['name'], roles: ['roles'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Grant: 60, Session: 60 },
    interactions: { url: (_context, { uid }) => `${mount}/sign-in/${uid}` },
    findAccount: (_context, id) => {
      const account = accounts.get(id);
      return (
        account && { accountId: id, claims: () => ({ sub: id, name: account.name, roles: account.roles as string[] }) }
      );
    },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile roles');
      await grant.save();
      return grant;
    },
  });
  provider.proxy = true;
  const callback = provider.callback();
  const server = createServer((request, response) => {
    Object.assign(request, { originalUrl: `${mount}${request.url}` });
    request.headers['x-forwarded-host'] = new URL(publicUrl).host;
    request.headers['x-forwarded-proto'] = new URL(publicUrl).protocol.slice(0, -1);
    if (!request.url!.startsWith('/sign-in/')) return void callback(request, response);
    const { account } = started;
    if (account) accounts.set(account.id, account);
    const result = account
      ? { login: { accountId: account.id } }
      : { error: 'access_denied', error_description: 'The person said no' };
    void provider.interactionFinished(request, response, result);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const started: TestProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account: null,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}
