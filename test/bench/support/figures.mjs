// Figures of a bench, and the tables that they are printed in.
import { availableParallelism, cpus } from 'node:os';

export const machine = () => `${availableParallelism()} × ${cpus()[0].model.trim()}, Node ${process.versions.node}`;

/** The smallest value that at least this share of all reach. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** The first column to the left, figures to the right. */
export function printTable(head, rows) {
  const all = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column].length)));
  for (const cells of all)
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    );
}
