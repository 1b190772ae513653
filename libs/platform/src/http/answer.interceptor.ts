import type { Operation } from '#contracts';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { operationKey } from './serve.js';

/** Every answer leaves through its schema: keys that it does not name are dropped, so an entity cannot leak. Of a stream each event does, where it is written. */
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = Reflect.getMetadata(operationKey, context.getHandler()) as Operation | undefined;
    if (!operation || operation.isStream) return next.handle();
    if (operation.media) context.switchToHttp().getResponse<Response>().type(operation.media);
    return next.handle().pipe(map((value: unknown) => operation.answer?.parse(value)));
  }
}
