import type { DeskPreference } from '#contracts';
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../language/language.js';
import type { Item } from './decisions.js';

/** What a candidate is called: by alias; blind, by nothing but the place on the list, or where scores are hidden too, by a number that tells nothing. */
export function useCandidateName(items: readonly Item[], preference: DeskPreference): (profileId: string) => string {
  const { t } = useLanguage();
  const { blind, hideScores } = preference;
  const names = useMemo(() => {
    const byAlias = [...items].sort((a, b) => a.candidate.alias.localeCompare(b.candidate.alias));
    return new Map(
      (blind && hideScores ? byAlias : items).map(({ profileId, candidate, rank }, at) => [
        profileId,
        blind
          ? t('shortlist.number', { number: hideScores ? at + 1 : rank })
          : t('candidates.name', { alias: candidate.alias }),
      ]),
    );
  }, [items, blind, hideScores, t]);
  return useCallback((profileId) => names.get(profileId) ?? t('shortlist.gone'), [names, t]);
}
