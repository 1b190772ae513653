import type { CandidateMatch } from '#contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';
import { checkName } from '../match/checks.js';
import { EvidenceLines, type ConceptLabel } from '../match/evidence.js';
import { Facts } from '../match/facts.js';
import { EligibilityLine } from '../design/checklist.js';
import { Fit } from '../match/fit.js';
import { CandidateLine } from './candidate-line.js';

interface CandidateCardProps {
  readonly match: CandidateMatch;
  readonly label: ConceptLabel;
  readonly heading: ReactNode;
  /** Below the evidence: links, or what an officer does. */
  readonly children?: ReactNode;
}

/** Ids of all concepts that candidates' cards name. */
export const conceptsOfCandidates = (matches: readonly CandidateMatch[]): (string | null)[] =>
  matches.flatMap(({ evidence, checks, candidate }) => [
    ...evidence.flatMap(({ conceptId, factConceptId }) => [conceptId, factConceptId]),
    ...checks.map(({ conceptId }) => conceptId),
    ...candidate.facts.map(({ conceptId }) => conceptId),
  ]);

/** A person seen from an employer: fit, eligibility, evidence and facts; no name. */
export function CandidateCard({ match, label, heading, children }: CandidateCardProps): ReactNode {
  const { t } = useLanguage();
  const open = match.checks.filter(({ state }) => state === 'unknown').map((check) => checkName(t, check, label));
  return (
    <li className="card match-card">
      <div className="match-main">
        <h3>{heading}</h3>
        <CandidateLine candidate={match.candidate} />
        <EvidenceLines parts={match.evidence} label={label} side="employer" />
        <details>
          <summary>{t('candidates.facts')}</summary>
          <Facts facts={match.candidate.facts} label={label} />
        </details>
        {children}
      </div>
      <div className="match-side">
        <Fit figures={match} side="employer" />
        <EligibilityLine state={match.eligibility} />
        {open.length > 0 && (
          <p className="small soft open-checks">{t('eligibility.open', { open: open.join(', ') })}</p>
        )}
      </div>
    </li>
  );
}
