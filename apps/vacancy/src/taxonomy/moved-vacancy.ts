import type { ReferenceMove, TextReader } from '#taxonomy';
import { demandKey, type StoredDemand } from '../demands/stored-demand.js';
import { readVacancy } from '../vacancies/read-vacancy.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';

const longestWords = 200;
const usualWeight = 5;

/**
 * Brings a vacancy to the taxonomy in use: each concept that it names becomes what takes its place, and what nothing takes the place of stays as words.
 * One that can still be read or changed is read again, since the taxonomy in use may know what the last one did not.
 */
export function moveVacancy(vacancy: Vacancy, move: ReferenceMove, reader: TextReader, newId: () => string): void {
  moveOccupation(vacancy, move, newId);
  moveEmploymentType(vacancy, move);
  const lost: StoredDemand[] = [];
  const moved = vacancy.demands.map((demand) => {
    const now = moveDemand(demand, vacancy, move);
    if (now.conceptId === null && demand.conceptId !== null) lost.push(now);
    return now;
  });
  vacancy.demands = once(moved);
  if (vacancy.status !== 'draft' && vacancy.status !== 'published') return;
  readVacancy(vacancy, reader, newId);
  // A demand that was read under a name that is gone is not read again: it stays as its words, unless those words are read as something else now.
  const standing = new Set(vacancy.demands.map(({ id }) => id));
  vacancy.demands.push(
    ...lost.filter((one) => one.origin === 'read' && !standing.has(one.id) && !isReadAs(one, vacancy.demands)),
  );
}

function moveOccupation(vacancy: Vacancy, move: ReferenceMove, newId: () => string): void {
  const { occupationId, language } = vacancy;
  if (occupationId === null) return;
  const now = move.of(occupationId);
  vacancy.occupationId = now.conceptId;
  if (now.conceptId !== null) return;
  const wasStated = vacancy.occupationOrigin === 'stated';
  vacancy.occupationOrigin = null;
  if (!wasStated) return;
  vacancy.demands = [
    ...vacancy.demands,
    {
      id: newId(),
      kind: 'occupation',
      conceptId: null,
      words: now.label?.[language] ?? occupationId,
      necessity: 'requirement',
      level: null,
      years: null,
      weight: usualWeight,
      origin: 'stated',
      span: null,
    },
  ];
}

function moveEmploymentType(vacancy: Vacancy, move: ReferenceMove): void {
  if (vacancy.employmentTypeId === null) return;
  const now = move.of(vacancy.employmentTypeId);
  vacancy.employmentTypeId = now.conceptId;
  if (now.conceptId === null) vacancy.duration ??= now.label?.[vacancy.language] ?? null;
}

function moveDemand(demand: StoredDemand, { language }: Vacancy, move: ReferenceMove): StoredDemand {
  const known = demand.readAs === undefined ? demand : { ...demand, readAs: moveKey(demand.readAs, move) };
  if (known.conceptId === null) return known;
  const now = move.of(known.conceptId);
  if (now.conceptId !== null) return now.conceptId === known.conceptId ? known : { ...known, conceptId: now.conceptId };
  const words = known.words ?? now.label?.[language] ?? known.span?.quote ?? known.conceptId;
  return { ...known, conceptId: null, words: words.slice(0, longestWords).trim() };
}

/** The key under which a demand was read holds a concept too. */
function moveKey(key: string, move: ReferenceMove): string {
  const [kind, what] = [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)];
  if (what.startsWith('"')) return key;
  const now = move.of(what);
  return now.conceptId === null ? key : `${kind}|${now.conceptId}`;
}

/** Two demands that have become the same stand once: what the employer said counts before what was read. */
function once(demands: readonly StoredDemand[]): StoredDemand[] {
  const byKey = new Map<string, StoredDemand>();
  for (const demand of demands) {
    const before = byKey.get(demandKey(demand));
    if (!before || (before.origin === 'read' && demand.origin !== 'read')) byKey.set(demandKey(demand), demand);
  }
  return demands.filter((demand) => byKey.get(demandKey(demand)) === demand);
}

const isReadAs = (lost: StoredDemand, demands: readonly StoredDemand[]): boolean =>
  demands.some(
    (one) =>
      demandKey(one) === demandKey(lost) ||
      (one.span !== null &&
        lost.span !== null &&
        one.span.field === lost.span.field &&
        one.span.start < lost.span.end &&
        lost.span.start < one.span.end),
  );
