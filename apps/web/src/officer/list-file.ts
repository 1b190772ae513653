import type { Shortlist } from '#contracts';
import { usePlaces } from '../api/labels.js';
import { useLanguage } from '../language/language.js';
import { checkName } from '../match/checks.js';
import { usePartName, type ConceptLabel } from '../match/evidence.js';
import { csv, download } from './csv.js';
import { usePreference, type Item } from './decisions.js';

const shown = (points: number): number => Math.round(points / 10_000);

/** Hands over what is on the screen as a file: who is hidden there is hidden here. */
export function useListFile(
  list: Shortlist,
  items: readonly Item[],
  nameOf: (profileId: string) => string,
  label: ConceptLabel,
): (headline: string) => void {
  const { t, moment } = useLanguage();
  const { preference } = usePreference();
  const places = usePlaces();
  const partName = usePartName();
  return (headline) => {
    const { hideScores, blind } = preference;
    const fits = ['shortlist.fit', 'fit.employer.candidate', 'fit.seeker.candidate'] as const;
    const head = [
      t('shortlist.who'),
      ...(hideScores ? [] : fits.map((key) => t(key))),
      t('shortlist.eligibility'),
      t('shortlist.unknown'),
      ...(blind ? [] : [t('shortlist.place')]),
      t('matches.evidence'),
      t('shortlist.stage'),
      t('shortlist.reason'),
      t('csv.by'),
      t('csv.when'),
    ];
    const rows = items.map((item) => {
      const decision = list.decisions.findLast((one) => one.profileId === item.profileId && !one.undoneAt);
      return [
        nameOf(item.profileId),
        ...(hideScores ? [] : [item.fit, shown(item.employerFit), shown(item.seekerFit)]),
        t(`eligibility.${item.eligibility}`),
        item.checks
          .filter(({ state }) => state === 'unknown')
          .map((check) => checkName(t, check, label))
          .join('; '),
        ...(blind ? [] : [item.candidate.homeMunicipality ? places([item.candidate.homeMunicipality]) : '']),
        item.evidence.map((part) => partName(part, label)).join('; '),
        t(`stage.${item.stage}`),
        decision?.reason ?? '',
        decision?.by ?? '',
        decision ? moment(decision.at) : '',
      ];
    });
    download(
      `${t('shortlist.title')} ${headline}`.replace(/[^\p{L}\p{N} -]/gu, '').trim() + '.csv',
      csv([head, ...rows]),
    );
  };
}
