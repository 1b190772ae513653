import { useState, type ReactNode } from 'react';
import { CallError } from '../../api/call.js';
import { Checklist, EligibilityLine } from '../checklist.js';
import { FitMeter } from '../fit-meter.js';
import { MarkedText } from '../marked-text.js';
import { Progress, SaveState } from '../progress.js';
import { Empty, Failure, Loading } from '../states.js';
import { DataTable, type SortDirection } from '../table.js';
import { Piece } from './piece.js';

const ad = 'Vi söker en svetsare med TIG-svetsning. Truckkort är meriterande.';
const rows = [
  { name: 'Norrglöd Stål', count: 12 },
  { name: 'Vätgas Nord', count: 1208 },
];
const noop = (): void => undefined;

export function DataPieces(): ReactNode {
  const [sort, setSort] = useState<{ by: string; direction: SortDirection }>({ by: 'count', direction: 'descending' });
  return (
    <>
      <Piece title="Fit meter">
        <FitMeter
          fit={83}
          employer={{ label: 'You for the ad', value: 81 }}
          seeker={{ label: 'The job for you', value: 86 }}
        />
        <FitMeter
          fit={0}
          isSmall
          employer={{ label: 'You for the ad', value: 0 }}
          seeker={{ label: 'The job for you', value: 100 }}
        />
      </Piece>
      <Piece title="Checklist: met, unknown, not met">
        <EligibilityLine state="met" />
        <EligibilityLine state="unknown" />
        <EligibilityLine state="not-met" />
        <Checklist
          items={[
            { id: '1', state: 'met', name: 'Driving licence B' },
            { id: '2', state: 'unknown', name: 'English C1' },
            { id: '3', state: 'not-met', name: 'Work permit' },
          ]}
        />
        <Checklist
          isShort
          items={[
            { id: '1', state: 'met', name: 'Driving licence B' },
            { id: '2', state: 'unknown', name: 'English C1' },
          ]}
        />
      </Piece>
      <Piece title="Words marked in a text">
        <p>
          <MarkedText
            text={ad}
            marks={[
              { start: 12, end: 20, kind: 'requirement' },
              { start: 25, end: 38, kind: 'requirement', isActive: true },
              { start: 40, end: 49, kind: 'merit' },
            ]}
          />
        </p>
      </Piece>
      <Piece title="Table">
        <DataTable
          caption="Employers"
          columns={[
            { id: 'name', title: 'Employer', cell: ({ name }) => name, isRowHeader: true, isSortable: true },
            { id: 'count', title: 'People', cell: ({ count }) => count, isNumber: true, isSortable: true },
          ]}
          rows={rows}
          keyOf={({ name }) => name}
          sort={sort}
          onSort={(by, direction) => setSort({ by, direction })}
          isSelected={({ count }) => count === 12}
        />
      </Piece>
      <Piece title="Progress and saving">
        <Progress label="Importing ads" value={31} max={120} />
        <div className="actions">
          <SaveState state="saving" />
          <SaveState state="saved" />
          <SaveState state="waiting" />
          <SaveState state="failed" retry={noop} />
        </div>
      </Piece>
      <Piece title="Loading, empty, errors">
        <Loading />
        <Empty title="Nothing here yet">
          <p>What to do next stands here.</p>
        </Empty>
        <Failure error={new CallError('unavailable', undefined)} retry={noop} />
        <p className="notice">A notice.</p>
        <p className="notice done">Something was done.</p>
      </Piece>
    </>
  );
}
