import type { Operation } from '#contracts';
import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { operationKey } from '../http/serve.js';

/**
 * Deny by default, proven at boot: each operation has exactly one handler, and each route of a controller is an operation, which declares who may ask.
 * @param declaresPolicy whether a handler says who may ask; by default only operations do.
 * @throws Error naming what is missing, doubled or undeclared.
 */
export function assertOperations(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  operations: readonly Operation[],
  declaresPolicy: (handler: object) => boolean = (handler) => Reflect.getMetadata(operationKey, handler) !== undefined,
): void {
  const handled = new Map<string, number>();
  const faults: string[] = [];
  for (const { instance } of discovery.getControllers()) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method]!;
      if (Reflect.getMetadata('path', handler) === undefined) continue;
      const operation = Reflect.getMetadata(operationKey, handler) as Operation | undefined;
      if (!declaresPolicy(handler))
        faults.push(`the route ${(instance as object).constructor.name}.${method} declares no policy`);
      if (operation) handled.set(operation.id, (handled.get(operation.id) ?? 0) + 1);
    }
  }
  for (const { id } of operations) {
    const count = handled.get(id) ?? 0;
    if (count !== 1) faults.push(`the operation ${id} has ${count} handlers`);
    handled.delete(id);
  }
  for (const id of handled.keys()) faults.push(`the operation ${id} is not of this service`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
