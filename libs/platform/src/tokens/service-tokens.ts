import { principal as principalSchema, type Principal, type ServiceName } from '#contracts';
import { SignJWT, jwtVerify } from 'jose';
import { DomainError } from '../errors/domain-error.js';
import { Remembered } from './remembered.js';

const issuer = 'rallare';
const lifetimeSeconds = 60;
/** Signing and checking wait for another thread each time: who asks again at once has the same token, which was checked before. */
const rememberedMs = 5000;

/** Nobody in particular: what the gateway says of visitors who are not signed in. */
export const anonymous: Principal = { subject: 'anonymous', roles: [], employerIds: [] };

/** A service that asks on its own behalf. */
export const asService = (service: ServiceName): Principal => ({
  subject: `service:${service}`,
  roles: ['service'],
  employerIds: [],
});

/** Short-lived signed tokens (HS256, 60 s, one audience), by which services know who asks. */
export class ServiceTokens {
  private readonly key: Uint8Array;
  private readonly minted = new Remembered<string>(rememberedMs);
  private readonly verified = new Remembered<Principal>(rememberedMs);

  /** @param secret shared by the gateway and the services; 32 characters or more. */
  constructor(secret: string) {
    this.key = new TextEncoder().encode(secret);
  }

  mint(principal: Principal, audience: ServiceName): Promise<string> {
    return this.minted.of(JSON.stringify([audience, principal]), () => this.sign(principal, audience));
  }

  /** @throws DomainError `not-signed-in` for a token that is missing, forged, too old, or meant for another service. */
  async verify(token: string | undefined, audience: ServiceName): Promise<Principal> {
    if (!token) throw new DomainError('not-signed-in');
    return this.verified.of(`${audience} ${token}`, () => this.check(token, audience));
  }

  private sign(principal: Principal, audience: ServiceName): Promise<string> {
    return new SignJWT({ roles: principal.roles, employerIds: principal.employerIds })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(principal.subject)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(this.key);
  }

  private async check(token: string, audience: ServiceName): Promise<Principal> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer,
        audience,
        algorithms: ['HS256'],
        clockTolerance: 5,
        maxTokenAge: `${lifetimeSeconds}s`,
      });
      return principalSchema.parse({
        subject: payload.sub,
        roles: payload['roles'],
        employerIds: payload['employerIds'],
      });
    } catch {
      throw new DomainError('not-signed-in');
    }
  }
}
