import { principal as principalSchema, type Principal, type ServiceName } from '#contracts';
import { SignJWT, jwtVerify } from 'jose';
import { DomainError } from '../errors/domain-error.js';

const issuer = 'rallare';
const lifetimeSeconds = 60;

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

  /** @param secret shared by the gateway and the services; 32 characters or more. */
  constructor(secret: string) {
    this.key = new TextEncoder().encode(secret);
  }

  async mint(principal: Principal, audience: ServiceName): Promise<string> {
    return new SignJWT({ roles: principal.roles, employerIds: principal.employerIds })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(principal.subject)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(this.key);
  }

  /** @throws DomainError `not-signed-in` for a token that is missing, forged, too old, or meant for another service. */
  async verify(token: string | undefined, audience: ServiceName): Promise<Principal> {
    if (!token) throw new DomainError('not-signed-in');
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
