/** Why a feed cannot be read, in a line for its operator. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}
