/**
 * Whether an incoming revision of an aggregate is old news: the stored one is as new or newer.
 * Order comes from revisions, never from arrival.
 */
export function isStale(stored: number | null, incoming: number): boolean {
  return stored !== null && incoming <= stored;
}
