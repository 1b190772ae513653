import { Controller, Get, Header, Redirect } from '@nestjs/common';
import { OpenToAll } from '../door/open-to-all.js';
import { PublicAddress } from '../door/public-address.js';
import { sessionCookie } from '../session/session.js';
import { openApiDocument } from './openapi.js';

@Controller('api')
export class OpenApiController {
  private readonly document: object;
  constructor(address: PublicAddress) {
    this.document = openApiDocument(address.origin, sessionCookie(address).name);
  }

  @Get('openapi.json')
  @OpenToAll()
  @Header('Cache-Control', 'public, max-age=60')
  get(): object {
    return this.document;
  }

  @Get('docs')
  @OpenToAll()
  @Redirect('/api/docs/', 302)
  docs(): void {}
}
