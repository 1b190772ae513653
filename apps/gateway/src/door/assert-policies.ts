import type { Operation } from '#contracts';
import { assertOperations } from '#platform';
import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaresPolicy } from './open-to-all.js';

/** Boot fails on a route of the gateway that neither is an operation nor says that it is open to all. */
export function assertPolicies(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  operations: readonly Operation[],
): void {
  assertOperations(discovery, scanner, operations, declaresPolicy);
}
