import type { Fact } from '#contracts';

/** Two facts of one person with the same key are the same fact. */
export const factKey = ({ kind, conceptId, words }: Pick<Fact, 'kind' | 'conceptId' | 'words'>): string =>
  `${kind}|${conceptId ?? `"${(words ?? '').toLocaleLowerCase('sv')}"`}`;
