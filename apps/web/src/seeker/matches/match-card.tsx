import Bookmark from 'lucide-react/icons/bookmark';
import EyeOff from 'lucide-react/icons/eye-off';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AnswerOfEndpoint } from '../../api/call.js';
import type { endpoints } from '../../api/endpoints.js';
import { usePlaces } from '../../api/labels.js';
import { Button } from '../../design/button.js';
import { EligibilityLine } from '../../design/checklist.js';
import { Tag } from '../../design/chips.js';
import { useLanguage } from '../../language/language.js';
import { Checks } from '../../match/checks.js';
import { EvidenceLines, type ConceptLabel } from '../../match/evidence.js';
import { Fit } from '../../match/fit.js';
import { VacancyLine } from '../../match/vacancy-line.js';
import type { Marks } from './marks.js';

export type ListedMatch = AnswerOfEndpoint<typeof endpoints.matches>['items'][number];

/** One match in the list: how well, why, what must hold, how far, and what to do with it. */
export function MatchCard({
  match,
  label,
  marks,
}: {
  readonly match: ListedMatch;
  readonly label: ConceptLabel;
  readonly marks: Marks;
}): ReactNode {
  const { t } = useLanguage();
  const { vacancy, vacancyId, evidence, checks, eligibility, saved, isNew, applicationState } = match;
  const about = (action: string): string => t('fact.about', { action, label: vacancy.headline });
  return (
    <li className="card match-card">
      <div className="match-main">
        {(isNew || applicationState) && (
          <p className="match-tags">
            {isNew && <Tag kind="strong">{t('match.new')}</Tag>}
            {applicationState && <Tag>{t(`application.${applicationState}`)}</Tag>}
          </p>
        )}
        <h3>
          <Link to={`/matches/${vacancyId}`} lang={vacancy.language}>
            {vacancy.headline}
          </Link>
        </h3>
        <VacancyLine vacancy={vacancy} />
        <Distance nearest={match.nearest} isRemote={vacancy.remote} />
        <EvidenceLines parts={evidence} label={label} side="seeker" />
      </div>
      <div className="match-side">
        <Fit figures={match} side="seeker" isSmall />
        <EligibilityLine state={eligibility} />
        {checks.length > 0 && <Checks checks={checks} label={label} isShort />}
      </div>
      <div className="match-actions">
        <Button
          kind="quiet"
          isSmall
          isOn={saved}
          aria-label={about(t('mark.save'))}
          onPress={() => marks.save(vacancyId, !saved)}
        >
          <Bookmark size={18} aria-hidden fill={saved ? 'currentColor' : 'none'} /> {t('mark.save')}
        </Button>
        <Button kind="quiet" isSmall aria-label={about(t('mark.hide'))} onPress={() => marks.hide(vacancyId)}>
          <EyeOff size={18} aria-hidden /> {t('mark.hide')}
        </Button>
      </div>
    </li>
  );
}

/** How far from home: as the crow flies, and the journey by car that is reckoned with. */
export function Distance({
  nearest,
  isRemote,
}: Pick<ListedMatch, 'nearest'> & { readonly isRemote: boolean }): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  if (!nearest || (isRemote && nearest.km > 0 && nearest.minutes === 0)) return null;
  return (
    <p className="distance small soft">
      {nearest.km === 0
        ? t('distance.home', { place: places([nearest.municipality]) })
        : t('distance', { km: nearest.km, minutes: nearest.minutes })}
    </p>
  );
}
