import { systemApi, type AnswerOf } from '#contracts';
import { Serve } from '#platform';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Principals } from '../session/principals.js';
import { csrfToken } from '../session/session.js';

@Controller('api')
export class SessionController {
  constructor(private readonly principals: Principals) {}

  @Serve(systemApi.getSession)
  async get(@Req() request: Request): Promise<AnswerOf<typeof systemApi.getSession>> {
    const signedIn = request.session.signedIn;
    if (!signedIn) return { signedIn: false, name: null, roles: [], employerIds: [], profileId: null, csrfToken: '' };
    const { roles, employerIds } = await this.principals.of(request);
    const profileId = roles.includes('seeker') ? await this.principals.profileOf(signedIn.subject) : null;
    return { signedIn: true, name: signedIn.name, roles, employerIds, profileId, csrfToken: csrfToken(request) };
  }
}
