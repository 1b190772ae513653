import type { CandidateMatch } from '#contracts';
import type { ReactNode } from 'react';
import { usePlaces } from '../api/labels.js';
import { useLanguage } from '../language/language.js';

/** Where a candidate lives, no finer than municipality, and whether they would move. */
export function CandidateLine({ candidate }: { readonly candidate: CandidateMatch['candidate'] }): ReactNode {
  const { t, country } = useLanguage();
  const places = usePlaces();
  const { homeMunicipality, homeCountry, willingToMove, demo } = candidate;
  const facts = [
    homeMunicipality
      ? t('candidates.home', { place: places([homeMunicipality]) })
      : homeCountry !== 'SE' && t('candidates.abroad', { country: country(homeCountry) }),
    willingToMove && t('candidates.moves'),
  ].filter(Boolean);
  return (
    <p className="lead">
      {facts.join(', ')} {demo && <span className="tag">{t('demo')}</span>}
    </p>
  );
}
