import type { AnswerOf, InputOf, SearchSuggestion, searchApi } from '#contracts';
import { Taxonomy, type ConceptSuggestion } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { OpenCountsService, type OpenCounts } from '../open-counts.service.js';

type Query = InputOf<typeof searchApi.suggestSearch>['query'];

const kinds = [
  'occupation',
  'skill',
  'language',
  'driving-licence',
  'professional-licence',
  'municipality',
  'county',
] as const;
const looked = 40;
/** So many of a kind at first; what is left of the room goes to the best of all. */
const share = 2;

/** Completes what is typed by what there is to be found. */
@Injectable()
export class SuggestSearchService {
  constructor(
    private readonly taxonomy: Taxonomy,
    private readonly counts: OpenCountsService,
  ) {}

  async suggest(query: Query): Promise<AnswerOf<typeof searchApi.suggestSearch>> {
    const typed = query.q.normalize('NFC').trim();
    if (typed === '' || /^["“”„«»-]|["“”„«»]/u.test(typed)) return { items: [] };
    const counts = await this.counts.current();
    const whole = this.completing(typed, '', query, counts);
    const blank = typed.lastIndexOf(' ');
    if (whole.length >= query.limit || blank < 0) return { items: mixed(whole, query.limit) };
    const last = this.completing(typed.slice(blank + 1), typed.slice(0, blank).trim(), query, counts);
    return { items: [...mixed(whole, query.limit), ...mixed(last, query.limit)].slice(0, query.limit) };
  }

  private completing(typed: string, keeps: string, { language }: Query, counts: OpenCounts): SearchSuggestion[] {
    if (typed.length < 2) return [];
    const known = this.taxonomy.suggest(typed, { language, limit: looked, kinds });
    const suggestions = (wanted: (found: ConceptSuggestion) => boolean): SearchSuggestion[] =>
      known.filter(wanted).flatMap((found) => this.conceptSuggestion(found, keeps, counts));
    const begun = suggestions(({ quality }) => quality !== 'typo');
    const employers = counts.employers.find(typed, share * 2).map(({ value, name, count }): SearchSuggestion => ({
      kind: 'employer',
      label: same(name),
      value,
      keeps,
      count,
    }));
    const titles = counts.titles
      .find(typed, share * 2)
      .map(({ value, count }): SearchSuggestion => ({ kind: 'title', label: same(value), value, keeps, count }));
    const isSlip = begun.length + employers.length + titles.length === 0;
    const concepts = isSlip ? suggestions(({ quality }) => quality === 'typo') : begun;
    const names = new Set([...concepts, ...employers].map(({ label }) => label[language].toLowerCase()));
    return [...concepts, ...employers, ...titles.filter(({ value }) => !names.has(value.toLowerCase()))];
  }

  private conceptSuggestion(
    { concept: { id, kind, code, label } }: ConceptSuggestion,
    keeps: string,
    counts: OpenCounts,
  ): SearchSuggestion[] {
    const place = kind === 'municipality' || kind === 'county';
    const filter = place || kind === 'occupation' ? kind : 'concept';
    const value = place ? (code ?? id) : id;
    const count = counts[filter].get(value) ?? 0;
    // What leads to nothing is not offered.
    if (count === 0) return [];
    return [{ kind: filter === 'concept' ? 'skill' : filter, label: { ...label }, value, keeps, count }];
  }
}

const same = (name: string): SearchSuggestion['label'] => ({ sv: name, en: name });

/** Some of each kind, best first within each; then the rest. */
function mixed(items: readonly SearchSuggestion[], limit: number): SearchSuggestion[] {
  const taken = new Map<string, number>();
  const [first, rest]: [SearchSuggestion[], SearchSuggestion[]] = [[], []];
  for (const item of items) {
    const count = taken.get(item.kind) ?? 0;
    taken.set(item.kind, count + 1);
    (count < share ? first : rest).push(item);
  }
  const chosen = new Set([...first, ...rest].slice(0, limit));
  const order = ['occupation', 'municipality', 'county', 'employer', 'skill', 'title'];
  return items.filter((item) => chosen.has(item)).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
