import { applicationApi } from './application.api.js';
import { deskApi } from './desk.api.js';
import { bulkApi } from './bulk.api.js';
import { matchingApi } from './matching.api.js';
import type { Operation } from './operation.js';
import { profileApi, profileInternalApi } from './profile.api.js';
import { seekerApi } from './seeker.api.js';
import { systemApi, systemInternalApi } from './system.api.js';
import { feedApi } from './feed.api.js';
import { vacancyApi, vacancyInternalApi } from './vacancy.api.js';

/** What the matching service serves to people. */
export const matchingOperations: readonly Operation[] = [
  ...Object.values(matchingApi),
  ...Object.values(seekerApi),
  ...Object.values(applicationApi),
  ...Object.values(deskApi),
  ...Object.values(bulkApi),
];

/** Every operation that the gateway serves. */
export const publicOperations: readonly Operation[] = [
  ...Object.values(profileApi),
  ...Object.values(vacancyApi),
  ...Object.values(feedApi),
  ...matchingOperations,
  ...Object.values(systemApi),
];

/** Every operation that services ask of each other. */
export const internalOperations: readonly Operation[] = [
  ...Object.values(profileInternalApi),
  ...Object.values(vacancyInternalApi),
  ...systemInternalApi,
];
