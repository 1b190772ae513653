import { role as roleSchema, type Role } from '#contracts';
import { accountSubject, DomainError } from '#platform';
import * as oidc from 'openid-client';
import type { PendingSignIn, SignedIn } from '../session/session.js';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly rolesClaim: string;
  /** What accounts of this provider are told apart from others' by. */
  readonly namespace: string;
  readonly redirectUri: string;
  /** Where the issuer is reached from here, when that is not its own address. */
  readonly internalUrl?: string | undefined;
}

/** Signs people in at the provider: authorisation code with PKCE, state and nonce. The tokens stay here. */
export class Oidc {
  private configuration: Promise<oidc.Configuration> | undefined;

  constructor(private readonly settings: OidcSettings) {}

  async begin(returnTo: string): Promise<{ url: URL; pending: PendingSignIn }> {
    const configuration = await this.discovered();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier, returnTo };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.redirectUri,
      scope: 'openid profile roles',
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    });
    return { url, pending };
  }

  /** @throws DomainError `not-allowed` where the provider's answer does not fit the sign-in that was begun. */
  async complete(callbackUrl: URL, pending: PendingSignIn): Promise<SignedIn> {
    const configuration = await this.discovered();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, callbackUrl, {
        pkceCodeVerifier: pending.codeVerifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      const all: Record<string, unknown> = { ...claims, ...more };
      return {
        subject: accountSubject(this.settings.namespace, claims.sub),
        name: typeof all['name'] === 'string' ? all['name'] : null,
        roles: rolesIn(all[this.settings.rolesClaim]),
      };
    } catch (error) {
      throw new DomainError('not-allowed', 'The sign-in did not complete', {
        cause: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  /** Where to sign out of the provider too, or null where it knows no such thing. The client's id stands for the id token, which stays here. */
  async signOutUrl(returnTo: string): Promise<URL | null> {
    const configuration = await this.discovered();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo });
  }

  private discovered(): Promise<oidc.Configuration> {
    this.configuration ??= this.discover().catch((error: unknown) => {
      this.configuration = undefined;
      throw new DomainError('unavailable', 'The sign-in provider does not answer', {
        cause: error instanceof Error ? error.message : 'unknown',
      });
    });
    return this.configuration;
  }

  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, internalUrl } = this.settings;
    const insecure = issuer.startsWith('http:');
    // The issuer's public address can be out of reach from inside; its back-channel goes to the internal one.
    const customFetch: oidc.CustomFetch | undefined = internalUrl
      ? (url, options) => fetch(url.startsWith(issuer) ? `${internalUrl}${url.slice(issuer.length)}` : url, options)
      : undefined;
    return oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretPost(clientSecret), {
      timeout: 5,
      ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}),
      ...(customFetch ? { [oidc.customFetch]: customFetch } : {}),
    });
  }
}

/** Roles that Rallare knows, out of a claim that is a list or a line of words. `service` is never a person's. */
function rolesIn(claim: unknown): Role[] {
  const words = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(/[\s,]+/) : [];
  return words.flatMap((word) => {
    const parsed = roleSchema.safeParse(word);
    return parsed.success && parsed.data !== 'service' ? [parsed.data] : [];
  });
}
