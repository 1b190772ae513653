import type { DeskPreference } from '#contracts';
import { useLanguage } from '../language/language.js';
import type { Item } from './decisions.js';

/** What a candidate is called: by alias; blind, by nothing but the place on the list, or where scores are hidden too, by a number that tells nothing. */
export function useCandidateName(items: readonly Item[], preference: DeskPreference): (profileId: string) => string {
  const { t } = useLanguage();
  return (profileId) => {
    const item = items.find((one) => one.profileId === profileId);
    if (!item) return t('shortlist.gone');
    if (!preference.blind) return t('candidates.name', { alias: item.candidate.alias });
    const byAlias = [...items].sort((a, b) => a.candidate.alias.localeCompare(b.candidate.alias));
    const number = preference.hideScores ? byAlias.indexOf(item) + 1 : item.rank;
    return t('shortlist.number', { number });
  };
}
