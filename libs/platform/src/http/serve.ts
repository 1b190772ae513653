import type { InputOf, Operation } from '#contracts';
import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Principal } from '#contracts';
import { parseInput } from './parse-input.js';

export const operationKey = 'rallare:operation';

/** A request whose asker was verified by the guard. */
export type AuthenticatedRequest = Request & { principal?: Principal };

/** The path in Express's form. */
export const expressPath = (path: string): string => path.replace(/\{([A-Za-z]+)\}/g, ':$1');

/** Makes a controller's method the handler of an operation: route, status, who may ask, input and answer all come from its definition. */
export function Serve(operation: Operation): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: expressPath(operation.path), method: RequestMethod[operation.method] }),
    HttpCode(operation.status),
    SetMetadata(operationKey, operation),
  );
}

/** The operation's parsed input and who asks: `@Input() input: InputOf<typeof vacancyApi.publishVacancy>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): InputOf<Operation> => {
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  const operation = Reflect.getMetadata(operationKey, context.getHandler()) as Operation;
  return { ...parseInput(operation, request), principal: request.principal! } as InputOf<Operation>;
});
