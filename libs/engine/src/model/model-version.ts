import { contentHash } from './content-hash.js';
import { matchingModel } from './matching-model.js';
import type { MatchingModel } from './model.types.js';

export const versionOf = (model: MatchingModel): string => `m${model.formulas}-${contentHash(model)}`;

/** Names `matchingModel` and its formulas; stored with every match that was shown. */
export const modelVersion: string = versionOf(matchingModel);
