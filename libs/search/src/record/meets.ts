import { partsOf } from '../text/compounds.js';
import { stemsOf } from '../text/inflection.js';
import { type Clause, type QueryTerm } from '../text/query-parser.js';
import { formsOf } from '../text/text-forms.js';
import { plainWordsOf } from '../text/words.js';
import { type CheckedQuery, type Condition } from './checked-query.js';
import { type SearchRecord } from './search-record.js';

/** Whether a query finds a record, told from the record alone: by its words in any form, without typos; as the engines do where they find enough. */
export function meets(record: SearchRecord, query: CheckedQuery): boolean {
  if (record.deadline !== null && record.deadline < query.today) return false;
  if (!query.conditions.every((condition) => meetsCondition(record, condition))) return false;
  const texts = [record.headline, record.employerName, record.labels, record.concepts, record.text].map((text) =>
    plainWordsOf(text),
  );
  return query.clauses.every((clause) => meetsClause(texts, clause));
}

function meetsClause(texts: readonly (readonly string[])[], { terms, others }: Clause): boolean {
  const [first] = terms;
  if (first?.excluded) return !holds(texts, first);
  return terms.every((term) => term.optional || holds(texts, term)) || others.some((term) => holds(texts, term));
}

/** Whether the term's words stand next to each other somewhere. */
function holds(texts: readonly (readonly string[])[], { words, prefix }: QueryTerm): boolean {
  return texts.some((text) =>
    text.some((_, at) =>
      words.every((typed, offset) => {
        const word = text[at + offset];
        if (word === undefined) return false;
        return isForm(word, typed) || (prefix && offset === words.length - 1 && word.startsWith(typed));
      }),
    ),
  );
}

function isForm(word: string, typed: string): boolean {
  const { exact, folded } = formsOf(word);
  const forms = [...exact, ...partsOf(word), ...folded];
  return forms.includes(typed) || stemsOf(typed).some((stem) => forms.includes(stem));
}

function meetsCondition(record: SearchRecord, condition: Condition): boolean {
  switch (condition.by) {
    case 'facet':
      return (record.facets[condition.facet] ?? []).some((value) => condition.values.includes(value));
    case 'ids':
      return condition.values.includes(record.id);
    case 'demo':
      return record.demo === condition.value;
    case 'extent':
      return (
        record.extentMax !== null &&
        record.extentMin !== null &&
        record.extentMax >= condition.min &&
        record.extentMin <= condition.max
      );
    case 'published':
      return record.published >= condition.since;
    case 'distance':
      return record.coordinates !== null && metresBetween(record.coordinates, condition) <= condition.metres;
  }
}

const EARTH_METRES = 6_371_000;

/** Haversine on a sphere, as both engines do. */
function metresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180;
  const [north, east] = [((b.lat - a.lat) * radians) / 2, ((b.lon - a.lon) * radians) / 2];
  const h = Math.sin(north) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(east) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
