import type { Operation } from '#contracts';
import { StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { PackedAnswer } from './kept-answers.js';
import { operationKey } from './serve.js';

/**
 * Every answer leaves through its schema: keys that it does not name are dropped, so an entity cannot leak. Of a stream each event does, where it is written;
 * a packed answer did when it was made.
 */
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = Reflect.getMetadata(operationKey, context.getHandler()) as Operation | undefined;
    if (!operation || operation.isStream) return next.handle();
    const http = context.switchToHttp();
    if (operation.media) http.getResponse<Response>().type(operation.media);
    return next.handle().pipe(
      mergeMap(async (value: unknown) => {
        if (!(value instanceof PackedAnswer)) return operation.answer?.parse(value);
        return packedFile(value, http.getRequest<Request>(), http.getResponse<Response>());
      }),
    );
  }
}

async function packedFile(answer: PackedAnswer, request: Request, response: Response): Promise<StreamableFile> {
  const type = 'application/json; charset=utf-8';
  response.vary('Accept-Encoding');
  if (!request.acceptsEncodings('gzip')) return new StreamableFile(Buffer.from(await answer.text()), { type });
  response.setHeader('Content-Encoding', 'gzip');
  return new StreamableFile(answer.packed, { type, length: answer.packed.length });
}
