import { MeilisearchApiError, MeilisearchError } from 'meilisearch';
import { SearchUnavailable } from '../search-errors.js';

/** Runs something against Meilisearch; what means "the engine is down" becomes {@link SearchUnavailable}. */
export async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) throw new SearchUnavailable('Meilisearch is unavailable', error);
    throw error;
  }
}

export function isMissingIndex(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';
}

function isUnavailable(error: unknown): boolean {
  // What is no JSON did not come from Meilisearch, but from something in front of it.
  if (!(error instanceof MeilisearchError)) return error instanceof SyntaxError;
  if (!(error instanceof MeilisearchApiError)) return true;
  const { status } = error.response;
  return status >= 500 || [401, 403, 408, 429].includes(status) || isMissingIndex(error) || isOfAnotherVersion(error);
}

/** An index that was made by another version may lack what this one filters, counts or looks in. */
function isOfAnotherVersion({ cause }: MeilisearchApiError): boolean {
  return /^invalid_(?:multi_search|search)_(?:filter|facets|facets_by_index|sort|attributes_to_search_on)$/.test(
    cause?.code ?? '',
  );
}
