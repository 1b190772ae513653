import { profileInternalApi, vacancyInternalApi, type Principal, type Role } from '#contracts';
import { anonymous, asService, Remembered, type ServiceClient } from '#platform';
import type { Request } from 'express';
import { isSameSecret } from './same-secret.js';

const memberRoles: readonly Role[] = ['employer', 'officer'];
const memoryMs = 5000;

/** Tells who asks: a signed-in person, the operator's command line by its token, or nobody in particular. */
export class Principals {
  private readonly memberships = new Remembered<string[]>(memoryMs);

  constructor(
    private readonly client: ServiceClient,
    private readonly operatorToken: string | undefined,
  ) {}

  async of(request: Request): Promise<Principal> {
    if (this.isOperatorToken(request)) return { subject: 'operator', roles: ['operator'], employerIds: [] };
    const signedIn = request.session.signedIn;
    if (!signedIn) return anonymous;
    const isMember = signedIn.roles.some((role) => memberRoles.includes(role));
    return {
      subject: signedIn.subject,
      roles: signedIn.roles,
      employerIds: isMember ? await this.employersOf(signedIn.subject) : [],
    };
  }

  /** A token of the command line, and no cookie: such a request cannot be forged by a page. */
  isOperatorToken(request: Request): boolean {
    const shown = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    return isSameSecret(this.operatorToken, shown);
  }

  async profileOf(subject: string): Promise<string | null> {
    const { profileId } = await this.client.call(profileInternalApi.profileOf, asService('gateway'), {
      params: { subject },
    });
    return profileId;
  }

  /** Remembered for 5 s at most: a lost membership is effective within that time. */
  private employersOf(subject: string): Promise<string[]> {
    return this.memberships.of(subject, async () => {
      const params = { subject };
      const { employerIds } = await this.client.call(vacancyInternalApi.memberships, asService('gateway'), { params });
      return employerIds;
    });
  }
}
