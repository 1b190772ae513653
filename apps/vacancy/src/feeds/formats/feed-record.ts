/** One record of a feed in the shape of JobSearch, before it is checked; or why it could not be read. `position` is its place, from 1. */
export type FeedRecord =
  { readonly position: number; readonly value: unknown } | { readonly position: number; readonly fault: string };

/** Leaves out what is not there. */
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
