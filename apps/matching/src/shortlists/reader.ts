/** Whose marks on a list one may see. */
export interface Reader {
  readonly shortlistId: string;
  readonly subject: string;
  /** Colleagues' marks about a candidate come after one's own decision. */
  readonly independent: boolean;
}

/** True in SQL for a row of `about` that the reader ($2, $3) of a list ($1) may see. */
export const mayBeRead = (about: 'note' | 'decision'): string =>
  `${about}.shortlist_id = $1 AND (NOT $3::boolean OR ${about}.subject = $2 OR EXISTS (
     SELECT 1 FROM decision own WHERE own.shortlist_id = $1 AND own.subject = $2 AND own.profile_id = ${about}.profile_id AND own.undone_at IS NULL))`;

export const readerValues = ({ shortlistId, subject, independent }: Reader) => [shortlistId, subject, independent];
