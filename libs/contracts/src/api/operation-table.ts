import { matchingApi } from './matching.api.js';
import type { Operation } from './operation.js';
import { profileApi, profileInternalApi } from './profile.api.js';
import { systemApi, systemInternalApi } from './system.api.js';
import { vacancyApi, vacancyInternalApi } from './vacancy.api.js';

/** Every operation that the gateway serves. */
export const publicOperations: readonly Operation[] = [
  ...Object.values(profileApi),
  ...Object.values(vacancyApi),
  ...Object.values(matchingApi),
  ...Object.values(systemApi),
];

/** Every operation that services ask of each other. */
export const internalOperations: readonly Operation[] = [
  ...Object.values(profileInternalApi),
  ...Object.values(vacancyInternalApi),
  ...systemInternalApi,
];
