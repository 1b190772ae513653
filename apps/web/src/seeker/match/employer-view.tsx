import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels, usePlaces } from '../../api/labels.js';
import { Button } from '../../design/button.js';
import { EligibilityLine } from '../../design/checklist.js';
import { Drawer } from '../../design/dialog.js';
import { Answered } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { conceptsOf } from '../../match/evidence.js';
import { Facts } from '../../match/facts.js';
import { Fit } from '../../match/fit.js';
import { Parts } from '../../match/parts.js';

/** What the employer sees of me, exactly: no name, no contact, no words of my CV. */
export function EmployerView({
  profileId,
  vacancyId,
}: {
  readonly profileId: string;
  readonly vacancyId: string;
}): ReactNode {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {t('match.employerView')}
      </Button>
      <Drawer title={t('match.employerView')} isWide isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <View profileId={profileId} vacancyId={vacancyId} />}
      </Drawer>
    </>
  );
}

function View({ profileId, vacancyId }: { readonly profileId: string; readonly vacancyId: string }): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  const view = useQuery({
    queryKey: ['employer-view', profileId, vacancyId],
    queryFn: () => call(endpoints.employerView, { params: { profileId, vacancyId } }),
  });
  const label = useConceptLabels([
    ...conceptsOf(view.data?.employerParts ?? []),
    ...(view.data?.candidate.facts.map(({ conceptId }) => conceptId) ?? []),
  ]);
  return (
    <Answered query={view}>
      {({ candidate, employerParts, eligibility, ...figures }) => (
        <>
          <p className="soft">{t('match.employerView.lead')}</p>
          <h3>{t('candidates.name', { alias: candidate.alias })}</h3>
          <p>
            {[
              candidate.homeMunicipality && t('candidates.home', { place: places([candidate.homeMunicipality]) }),
              candidate.willingToMove && t('candidates.moves'),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          <Fit figures={{ ...figures, eligibility }} side="employer" isSmall />
          <EligibilityLine state={eligibility} />
          <Parts title={t('fit.employer.candidate')} parts={employerParts} label={label} side="employer" />
          <h3>{t('candidates.facts')}</h3>
          <Facts facts={candidate.facts} label={label} />
        </>
      )}
    </Answered>
  );
}
