import type { DeskPreference } from '#contracts';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import MessageSquare from 'lucide-react/icons/message-square';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { usePlaces } from '../api/labels.js';
import { StateIcon } from '../design/checklist.js';
import { Tag } from '../design/chips.js';
import { useLanguage } from '../language/language.js';
import { checkName } from '../match/checks.js';
import { usePartName, type ConceptLabel } from '../match/evidence.js';
import type { Item } from './decisions.js';

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Item>();
const shown = (points: number): number => Math.round(points / 10_000);

interface ColumnsOf {
  readonly preference: DeskPreference;
  readonly label: ConceptLabel;
  readonly nameOf: (profileId: string) => string;
  /** The same function always: the columns are made once. */
  readonly onOpen: (profileId: string) => void;
}

/** Whether the row that a cell stands in is the one that the keys speak of. */
export const IsEntry = createContext(false);

/** What a shortlist shows of each candidate; what the person who decides has hidden is left out. */
export function useColumns({ preference, label, nameOf, onOpen }: ColumnsOf) {
  const { t, country } = useLanguage();
  const places = usePlaces();
  const partName = usePartName();
  const { hideScores, blind } = preference;
  const name = helper.display({
    id: 'who',
    header: t('shortlist.who'),
    cell: ({ row: { original: item } }) => (
      <Open name={nameOf(item.profileId)} onPress={() => onOpen(item.profileId)} />
    ),
  });
  const fit = helper.display({
    id: 'number fit-column',
    header: t('shortlist.fit'),
    cell: ({ row: { original: item } }) => (
      <>
        <strong>{item.fit}</strong>
        <span className="soft small">
          {t('shortlist.fits', { employer: shown(item.employerFit), seeker: shown(item.seekerFit) })}
        </span>
      </>
    ),
  });
  const eligibility = helper.display({
    id: 'eligibility-column',
    header: t('shortlist.eligibility'),
    cell: ({ row: { original: item } }) => {
      const open = item.checks.filter(({ state }) => state === 'unknown').map((check) => checkName(t, check, label));
      return (
        <span className={`with-icon ${item.eligibility}`}>
          <StateIcon state={item.eligibility} />
          <span className="two-lines">
            {open.length > 0 ? t('eligibility.open', { open: open.join(', ') }) : t(`eligibility.${item.eligibility}`)}
          </span>
        </span>
      );
    },
  });
  const evidence = helper.display({
    id: 'evidence-column',
    header: t('matches.evidence'),
    cell: ({ row: { original: item } }) => (
      <span className="two-lines">{item.evidence.map((part) => partName(part, label)).join(' · ')}</span>
    ),
  });
  const place = helper.display({
    id: 'place-column',
    header: t('shortlist.place'),
    cell: ({ row: { original: item } }) =>
      item.candidate.homeMunicipality ? places([item.candidate.homeMunicipality]) : country(item.candidate.homeCountry),
  });
  const stage = helper.display({
    id: 'stage-column',
    header: t('shortlist.stage'),
    cell: ({ row: { original: item } }) => (
      <span className="stage-cell">
        <span className={`tag stage-${item.stage}`}>{t(`stage.${item.stage}`)}</span>
        {item.applicationState && <Tag kind="strong">{t('shortlist.applied')}</Tag>}
        {item.notes > 0 && (
          <span className="with-icon soft small">
            <MessageSquare size={16} aria-hidden />
            <span>{item.notes}</span>
            <span className="visually-hidden">{t('shortlist.notes')}</span>
          </span>
        )}
      </span>
    ),
  });
  return useMemo(
    () => helper.columns([name, ...(hideScores ? [] : [fit]), eligibility, evidence, ...(blind ? [] : [place]), stage]),
    // The columns' cells close over the texts, names and labels, which change together with these.
    [t, country, label, nameOf, places, onOpen, hideScores, blind],
  );
}

function Open({ name, onPress }: { readonly name: string; readonly onPress: () => void }): ReactNode {
  return (
    <button type="button" className="row-link" tabIndex={useContext(IsEntry) ? 0 : -1} onClick={onPress}>
      {name}
    </button>
  );
}
