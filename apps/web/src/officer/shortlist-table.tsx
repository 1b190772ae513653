import type { DeskPreference } from '#contracts';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import MessageSquare from 'lucide-react/icons/message-square';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { usePlaces } from '../api/labels.js';
import { StateIcon } from '../design/checklist.js';
import { Tag } from '../design/chips.js';
import { useLanguage } from '../language/language.js';
import { checkName } from '../match/checks.js';
import { usePartName, type ConceptLabel } from '../match/evidence.js';
import type { Item } from './decisions.js';
import { commandOf, type Command } from './keys.js';

interface ShortlistTableProps {
  readonly caption: string;
  readonly items: readonly Item[];
  readonly preference: DeskPreference;
  readonly label: ConceptLabel;
  readonly nameOf: (profileId: string) => string;
  readonly chosen: ReadonlySet<string>;
  /** The row that the keys speak of. */
  readonly active: string | null;
  /** Grows each time that the focus shall go to the active row. */
  readonly focusTurn: number;
  readonly onActive: (profileId: string) => void;
  readonly onChoose: (profileIds: readonly string[], isChosen: boolean) => void;
  readonly onCommand: (command: Command, profileId: string) => void;
}

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Item>();
const rowHeight = 64;
const rowsBeyond = 8;
const shown = (points: number): number => Math.round(points / 10_000);

/** Up to 300 candidates of which only those in sight are drawn. Rows take the focus one at a time, and keys then speak of that row. */
export function ShortlistTable(props: ShortlistTableProps): ReactNode {
  const { caption, items, active, focusTurn, chosen, nameOf, onActive, onChoose, onCommand, preference } = props;
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(props);
  const data = useMemo(() => [...items], [items]);
  const table = useTable({ features, columns, data, getRowId: ({ profileId }) => profileId });
  const { rows } = table.getRowModel();
  const isPrinting = usePrinting();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: isPrinting ? rows.length : rowsBeyond,
  });
  const inSight = virtual.getVirtualItems();
  const above = inSight[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  const entry = rows.some(({ id }) => id === active) ? active : (rows[0]?.id ?? null);
  const activeAt = rows.findIndex(({ id }) => id === active);

  // The row may have to be drawn, and a drawer may have to let go of the page, before it can take the focus.
  useEffect(() => {
    if (focusTurn === 0 || activeAt < 0) return;
    virtual.scrollToIndex(activeAt, { align: 'auto' });
    let tries = 0;
    let frameId = requestAnimationFrame(function focus() {
      const row = frame.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
      row?.focus({ preventScroll: true });
      if (document.activeElement !== row && ++tries < 30) frameId = requestAnimationFrame(focus);
    });
    return () => cancelAnimationFrame(frameId);
    // Only when asked for: a list that is fetched again must not take the focus from what somebody writes.
  }, [focusTurn]);

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, profileId: string): void => {
    if (event.target !== event.currentTarget && !(event.target as HTMLElement).matches('input[type=checkbox]')) return;
    const isBox = event.target !== event.currentTarget;
    if (isBox && (event.key === ' ' || event.key === 'Enter')) return;
    const command = commandOf(event, preference.keys);
    if (!command) return;
    event.preventDefault();
    onCommand(command, profileId);
  };

  const all = items.length > 0 && items.every(({ profileId }) => chosen.has(profileId));
  return (
    <div className="desk-frame" ref={frame}>
      <table role="grid" aria-rowcount={rows.length + 1} aria-label={caption} className="desk-table">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              <th scope="col" className="narrow">
                <input
                  type="checkbox"
                  aria-label={t('shortlist.chooseAll')}
                  checked={all}
                  onChange={({ target }) =>
                    onChoose(
                      items.map(({ profileId }) => profileId),
                      target.checked,
                    )
                  }
                />
              </th>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" className={header.id}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 && <Filler height={above} />}
          {inSight.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            const { profileId, stage } = row.original;
            return (
              <tr
                key={row.id}
                data-row={profileId}
                aria-rowindex={index + 2}
                aria-selected={chosen.has(profileId)}
                className={`stage-${stage}`}
                tabIndex={profileId === entry ? 0 : -1}
                onFocus={() => onActive(profileId)}
                onKeyDown={(event) => onKeyDown(event, profileId)}
                onDoubleClick={() => onCommand({ kind: 'open' }, profileId)}
              >
                <td className="narrow">
                  <input
                    type="checkbox"
                    tabIndex={profileId === entry ? 0 : -1}
                    aria-label={t('shortlist.choose', { name: nameOf(profileId) })}
                    checked={chosen.has(profileId)}
                    onChange={({ target }) => onChoose([profileId], target.checked)}
                  />
                </td>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <Filler height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** True while the page is being printed: all rows are drawn then. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** Stands for the rows that are not drawn. */
const Filler = ({ height }: { readonly height: number }): ReactNode => (
  <tr aria-hidden="true" className="filler">
    <td style={{ height }} />
  </tr>
);

function useColumns({ preference, label, nameOf, active, onCommand }: ShortlistTableProps) {
  const { t } = useLanguage();
  const places = usePlaces();
  const partName = usePartName();
  const { hideScores, blind } = preference;
  const name = helper.display({
    id: 'who',
    header: t('shortlist.who'),
    cell: ({ row: { original: item } }) => (
      <button
        type="button"
        className="row-link"
        tabIndex={item.profileId === active ? 0 : -1}
        onClick={() => onCommand({ kind: 'open' }, item.profileId)}
      >
        {nameOf(item.profileId)}
      </button>
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
      item.candidate.homeMunicipality ? places([item.candidate.homeMunicipality]) : item.candidate.homeCountry,
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
    [t, label, nameOf, places, active, hideScores, blind],
  );
}
