import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import type { DemoAccount } from '../demo/demo-region.js';
import type { Secrets } from '../secrets.js';
import { signInPages } from './sign-in-pages.js';

/** What the starter tells its provider. */
export interface DemoProviderSettings {
  /** Its public address: the gateway's, with a path. */
  readonly issuer: string;
  readonly publicUrl: string;
  readonly clientId: string;
  readonly secrets: Pick<Secrets, 'oidcClient' | 'providerCookies' | 'providerKey'>;
  readonly port: number;
}

const hour = 3600;

/** A real OpenID Connect provider with the demo people instead of passwords. Listens on loopback; the gateway serves it. Never for real people. */
export async function startDemoProvider(
  options: DemoProviderSettings & { readonly accounts: readonly DemoAccount[] },
): Promise<Server> {
  const { issuer, publicUrl, clientId, secrets, accounts, port } = options;
  const { pathname: mount, host, protocol } = new URL(issuer);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: secrets.oidcClient,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [secrets.providerKey] },
    cookies: { keys: [secrets.providerCookies], short: { path: mount }, long: { path: mount } },
    claims: { openid: ['sub'], profile: ['name'], roles: ['roles'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: confirmSignOut, postLogoutSuccessSource: signedOut },
    },
    interactions: { url: (_context, interaction) => `${mount}/sign-in/${interaction.uid}` },
    ttl: { AccessToken: hour, AuthorizationCode: 60, IdToken: hour, Interaction: hour, Grant: hour, Session: hour },
    findAccount: (_context, id) => {
      const account = accounts.find((one) => one.id === id);
      return account && { accountId: id, claims: () => ({ sub: id, name: account.name, roles: [...account.roles] }) };
    },
    // The demo people always agree: the one client is the system itself.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile roles');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = `<!doctype html><html lang="en"><title>Sign-in</title><p>The sign-in did not work: ${escapeHtml(out.error)}. <a href="/">Start again</a></p></html>`;
    },
  });
  provider.proxy = true;
  const callback = provider.callback();
  const pages = signInPages(provider, accounts, mount);
  const server = createServer((request, response) => {
    if (request.url === '/health/ready') return void response.end('ready');
    // The provider makes its addresses out of the request: whoever asks, and from wherever, they are those below the public address.
    Object.assign(request, { originalUrl: `${mount}${request.url}` });
    Object.assign(request.headers, { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
    void pages(request, response).then((handled) => handled || void callback(request, response));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Whoever signs out of Rallare has already said so: the provider does not ask again. */
function confirmSignOut(context: { body: unknown; type: string }, form: string): void {
  context.type = 'html';
  context.body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign out</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/assets/rallare.css"><script src="../sign-in/submit.js" defer></script></head><body class="sign-in"><main>${form}
<button type="submit" form="op.logoutForm" value="yes" name="logout">Logga ut / Sign out</button></main></body></html>`;
}

function signedOut(context: { redirect: (url: string) => void }): void {
  context.redirect('/');
}
