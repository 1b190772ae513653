import type { DeskPreference } from '#contracts';
import { FlexRender, useTable, type Row as AnyRow } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '../language/language.js';
import type { ConceptLabel } from '../match/evidence.js';
import type { Item } from './decisions.js';
import { commandOf, type Command } from './keys.js';
import { features, IsEntry, useColumns } from './shortlist-columns.js';

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

type TableRow = AnyRow<typeof features, Item>;

const rowHeight = 64;
const rowsBeyond = 8;

/** Up to 300 candidates of which only those in sight are drawn. Rows take the focus one at a time, and keys then speak of that row. */
export function ShortlistTable(props: ShortlistTableProps): ReactNode {
  const { caption, items, active, focusTurn, chosen, nameOf, onActive, onChoose, onCommand, preference } = props;
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef<Latest>(null);
  const [actions] = useState((): RowActions => ({
    press: (event) => latest.current?.press(event),
    activate: (profileId) => latest.current?.onActive(profileId),
    choose: (profileId, isChosen) => latest.current?.onChoose([profileId], isChosen),
    open: (profileId) => latest.current?.onCommand({ kind: 'open' }, profileId),
  }));
  const columns = useColumns({ preference, label: props.label, nameOf, onOpen: actions.open });
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

  /** Keys may come faster than the focus follows: they speak of the row that it goes to. */
  const press = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (event.target !== event.currentTarget && !(event.target as HTMLElement).matches('input[type=checkbox]')) return;
    const isBox = event.target !== event.currentTarget;
    if (isBox && (event.key === ' ' || event.key === 'Enter')) return;
    const command = commandOf(event, preference.keys);
    if (!command || entry === null) return;
    event.preventDefault();
    onCommand(command, entry);
  };

  // Rows are drawn again for what changes of them, not while the list is scrolled: what they call stays the same.
  useLayoutEffect(() => {
    latest.current = { press, onActive, onChoose, onCommand };
  });
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
            return (
              <Row
                key={row.id}
                row={row}
                index={index}
                name={nameOf(row.id)}
                isChosen={chosen.has(row.id)}
                isEntry={row.id === entry}
                actions={actions}
              />
            );
          })}
          {below > 0 && <Filler height={below} />}
        </tbody>
      </table>
    </div>
  );
}

type Latest = Pick<ShortlistTableProps, 'onActive' | 'onChoose' | 'onCommand'> & {
  readonly press: (event: KeyboardEvent<HTMLTableRowElement>) => void;
};

interface RowActions {
  readonly press: (event: KeyboardEvent<HTMLTableRowElement>) => void;
  readonly activate: (profileId: string) => void;
  readonly choose: (profileId: string, isChosen: boolean) => void;
  readonly open: (profileId: string) => void;
}

interface RowProps {
  readonly row: TableRow;
  readonly index: number;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isEntry: boolean;
  readonly actions: RowActions;
}

const Row = memo(function Row({ row, index, name, isChosen, isEntry, actions }: RowProps): ReactNode {
  const { t } = useLanguage();
  const { profileId, stage } = row.original;
  return (
    <IsEntry value={isEntry}>
      <tr
        data-row={profileId}
        aria-rowindex={index + 2}
        aria-selected={isChosen}
        className={`stage-${stage}`}
        tabIndex={isEntry ? 0 : -1}
        onFocus={() => actions.activate(profileId)}
        onKeyDown={actions.press}
        onDoubleClick={() => actions.open(profileId)}
      >
        <td className="narrow">
          <input
            type="checkbox"
            tabIndex={isEntry ? 0 : -1}
            aria-label={t('shortlist.choose', { name })}
            checked={isChosen}
            onChange={({ target }) => actions.choose(profileId, target.checked)}
          />
        </td>
        {row.getAllCells().map((cell) => (
          <td key={cell.id} className={cell.column.id}>
            <FlexRender cell={cell} />
          </td>
        ))}
      </tr>
    </IsEntry>
  );
});

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
