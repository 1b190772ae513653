import type { RankBy } from '#contracts';
import { useId, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../language/language.js';

const choices = ['both', 'employer', 'seeker'] as const;

/** Which of the fits the list is ranked by, as the address says. */
export function useRankBy(): RankBy {
  const [search] = useSearchParams();
  return choices.find((one) => one === search.get('rankBy')) ?? 'both';
}

export function RankChoice(): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const rankBy = useRankBy();
  const [, setSearch] = useSearchParams();
  return (
    <div className="sort">
      <label htmlFor={id}>{t('matches.rank')}</label>
      <select
        id={id}
        value={rankBy}
        onChange={({ target }) => setSearch(target.value === 'both' ? {} : { rankBy: target.value })}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {t(`rank.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
