import type { CandidateDocument, SearchIndex } from '#search';
import { Inject } from '@nestjs/common';

/** Null where no search engine is set. */
export type CandidateIndex = SearchIndex<CandidateDocument> | null;

export const candidateIndexToken = Symbol('profile:candidate-index');

export const InjectCandidateIndex = (): ParameterDecorator => Inject(candidateIndexToken);
