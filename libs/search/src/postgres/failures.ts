import { SearchUnavailable } from '../search-errors.js';

/** SQLSTATE classes and codes that say "not now" or "not prepared" rather than "wrong statement". */
const UNAVAILABLE = [
  /^08/, // connection
  /^28/, // authorisation
  /^3D/, // no such database
  /^40/, // rolled back: deadlock, serialisation
  /^53/, // resources
  /^57/, // operator intervention, statement timeout
  /^58/, // system
  /^42P01$/, // no such table: not prepared, or lost
  /^42703$/, // no such column: made by another version
  /^3F000$/, // no such schema
];

/** Runs something against PostgreSQL; what means "the engine is down" becomes {@link SearchUnavailable}. */
export async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) throw new SearchUnavailable('PostgreSQL search is unavailable', error);
    throw error;
  }
}

function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // ECONNREFUSED, ENOTFOUND and the like.
  if (code.startsWith('E')) return true;
  if (code !== '') return UNAVAILABLE.some((pattern) => pattern.test(code));
  return 'message' in error && /timeout|terminated|connection/iu.test(String(error.message));
}
