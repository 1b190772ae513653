import { taxonomyBytes, type Taxonomy } from '#taxonomy';
import type { Provider, Type } from '@nestjs/common';
import { TaxonomyMoves } from './taxonomy-moves.js';
import {
  taxonomyMoverToken,
  taxonomyStoreToken,
  type TaxonomyMover,
  type TaxonomyStoreOptions,
} from './taxonomy-store.options.js';
import { TaxonomyVersions } from './taxonomy-versions.js';

/**
 * What keeps the taxonomies of a service and moves its rows from one to the next.
 *
 * @param path where the taxonomy in use was loaded from.
 */
export function taxonomyStore(options: {
  readonly taxonomy: Taxonomy;
  readonly path: string;
  readonly works: boolean;
  readonly mover: Type<TaxonomyMover>;
}): Provider[] {
  const { taxonomy, path, works, mover } = options;
  const useValue: TaxonomyStoreOptions = { taxonomy, works, bytes: () => taxonomyBytes(path) };
  return [
    { provide: taxonomyStoreToken, useValue },
    { provide: taxonomyMoverToken, useClass: mover },
    TaxonomyVersions,
    TaxonomyMoves,
  ];
}
