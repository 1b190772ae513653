import type { Operation } from '#contracts';
import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DomainError, operationKey, type AuthenticatedRequest } from '#platform';
import type { Principals } from '../session/principals.js';

const openKey = 'rallare:open-to-all';

/** Declares that a page or address of the gateway is for anyone, signed in or not. */
export const OpenToAll = (): MethodDecorator => SetMetadata(openKey, true);

/** True where the handler declares who may ask. */
export const declaresPolicy = (handler: object): boolean =>
  Reflect.getMetadata(openKey, handler) === true || Reflect.getMetadata(operationKey, handler) !== undefined;

/** Deny by default for what the gateway answers itself. */
export class GatewayGuard implements CanActivate {
  constructor(private readonly principals: Principals) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (Reflect.getMetadata(openKey, context.getHandler()) === true) return true;
    const operation = Reflect.getMetadata(operationKey, context.getHandler()) as Operation | undefined;
    if (!operation) throw new DomainError('not-found');
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.principals.of(request);
    request.principal = principal;
    requireRole(operation, principal);
    return true;
  }
}

/** @throws DomainError `not-signed-in` or `not-allowed`. */
export function requireRole(operation: Operation, principal: NonNullable<AuthenticatedRequest['principal']>): void {
  if (operation.who === 'anyone') return;
  if (principal.subject === 'anonymous') throw new DomainError('not-signed-in');
  if (!operation.who.some((role) => principal.roles.includes(role))) throw new DomainError('not-allowed');
}
