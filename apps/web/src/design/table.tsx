import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.js';

export type SortDirection = 'ascending' | 'descending';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right, under one another. */
  readonly isNumber?: boolean;
  /** The cell names its row, for those who hear the table. */
  readonly isRowHeader?: boolean;
  readonly isSortable?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sort?: { readonly by: string; readonly direction: SortDirection } | undefined;
  readonly onSort?: (by: string, direction: SortDirection) => void;
  readonly isSelected?: (row: Row) => boolean;
}

/** Rows and columns; what sorts is a button in its heading. Wide tables scroll within their frame, reachable by keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, isCaptionHidden, columns, rows, keyOf, sort, onSort, isSelected } = props;
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.isNumber ? 'number' : undefined}
                aria-sort={column.isSortable ? (sort?.by === column.id ? sort.direction : 'none') : undefined}
              >
                {column.isSortable && onSort ? (
                  <SortButton
                    column={column}
                    direction={sort?.by === column.id ? sort.direction : null}
                    onSort={onSort}
                  />
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={isSelected?.(row) ? 'selected' : undefined}>
              {columns.map((column) => {
                const className = column.isNumber ? 'number' : undefined;
                return column.isRowHeader ? (
                  <th key={column.id} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortButton<Row>({
  column,
  direction,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly direction: SortDirection | null;
  readonly onSort: (by: string, direction: SortDirection) => void;
}): ReactNode {
  const { t } = useLanguage();
  const Icon = direction === null ? ArrowUpDown : direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      className="sort-by"
      aria-label={t('table.sort', { column: column.title })}
      onClick={() => onSort(column.id, direction === 'ascending' ? 'descending' : 'ascending')}
    >
      {column.title} <Icon size={16} aria-hidden />
    </button>
  );
}
