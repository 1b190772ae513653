import type { Operation, ServiceName } from '#contracts';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import type { ServiceTokens } from '../tokens/service-tokens.js';
import { operationKey, type AuthenticatedRequest } from './serve.js';

/** Deny by default: verifies the service token and that the asker has a role of the operation. Whose object it is, the handler checks. */
export class OperationGuard implements CanActivate {
  constructor(
    private readonly service: ServiceName,
    private readonly tokens: ServiceTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = Reflect.getMetadata(operationKey, context.getHandler()) as Operation | undefined;
    if (!operation) throw new DomainError('not-found');
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.tokens.verify(
      /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1],
      this.service,
    );
    request.principal = principal;
    if (operation.who === 'anyone') return true;
    if (principal.subject === 'anonymous') throw new DomainError('not-signed-in');
    if (!operation.who.some((role) => principal.roles.includes(role))) throw new DomainError('not-allowed');
    return true;
  }
}
