import type { UncoveredWords } from './coverage.repository.js';

/** A table program takes a cell that begins so for a formula; these words come out of ads. */
const likeFormula = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  const text = typeof value === 'string' && likeFormula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated, UTF-8 with the mark that table programs know it by. */
export function wordsTable(words: readonly UncoveredWords[]): string {
  const rows = words.map((one) => [one.words, one.kind, one.vacancies, one.example].map(cell).join(','));
  return `\uFEFF${['words,kind,vacancies,example', ...rows].join('\r\n')}\r\n`;
}
