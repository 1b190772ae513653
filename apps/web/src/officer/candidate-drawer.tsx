import type { Decision, DeskPreference } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels } from '../api/labels.js';
import { EligibilityLine } from '../design/checklist.js';
import { Drawer } from '../design/dialog.js';
import { Answered } from '../design/states.js';
import { CandidateLine } from '../employer/candidate-line.js';
import { useLanguage } from '../language/language.js';
import { Checks } from '../match/checks.js';
import { conceptsOf } from '../match/evidence.js';
import { Fit } from '../match/fit.js';
import { DecisionForm } from './decision-form.js';
import type { Item, Stage } from './decisions.js';
import { EvidenceTable } from './evidence-table.js';
import { Notes } from './notes.js';

/** What the drawer was opened for: it begins there. */
export type Purpose = Stage | 'note' | 'look';

interface CandidateDrawerProps {
  readonly shortlistId: string;
  readonly vacancyId: string;
  readonly item: Item;
  readonly name: string;
  readonly purpose: Purpose;
  readonly preference: DeskPreference;
  readonly signature: string;
  readonly reasons: Readonly<Partial<Record<Stage, string>>>;
  readonly onDecided: (decisions: readonly Decision[], said: { stage: Stage; reason: string; by: string }) => void;
  readonly onClose: () => void;
}

/** The evidence about one candidate, with the decision below it: nobody is decided about unseen. */
export function CandidateDrawer(props: CandidateDrawerProps): ReactNode {
  const { shortlistId, vacancyId, item, name, purpose, preference, signature, reasons, onDecided, onClose } = props;
  const { t } = useLanguage();
  const { profileId } = item;
  const match = useQuery({
    queryKey: ['candidate', vacancyId, profileId],
    queryFn: () => call(endpoints.candidate, { params: { vacancyId, profileId } }),
    staleTime: Infinity,
  });
  const how = match.data;
  const label = useConceptLabels(
    how ? [...conceptsOf(how.employerParts), ...how.checks.map(({ conceptId }) => conceptId)] : [],
  );
  return (
    <Drawer title={name} isOpen onClose={onClose} isWide>
      <DecisionForm
        shortlistId={shortlistId}
        chosen={[profileId]}
        stage={purpose === 'note' || purpose === 'look' ? null : purpose}
        reasons={reasons}
        signature={signature}
        isFocused={purpose !== 'note' && purpose !== 'look'}
        onDecided={onDecided}
      />
      <Answered query={match}>
        {(found) => (
          <>
            {!preference.blind && <CandidateLine candidate={found.candidate} />}
            <div className="drawer-summary">
              {!preference.hideScores && <Fit figures={found} side="employer" isSmall />}
              <div>
                <EligibilityLine state={found.eligibility} />
                <Checks checks={found.checks} label={label} isShort />
              </div>
            </div>
            <h3>{t('evidence.title')}</h3>
            <EvidenceTable parts={found.employerParts} label={label} hideScores={preference.hideScores} />
            <p className="small soft">
              {t('candidates.logged')}{' '}
              <Link to={`/vacancies/${vacancyId}/candidates/${profileId}`}>{t('shortlist.whole')}</Link>
            </p>
          </>
        )}
      </Answered>
      <Notes shortlistId={shortlistId} profileId={profileId} signature={signature} isFocused={purpose === 'note'} />
    </Drawer>
  );
}
