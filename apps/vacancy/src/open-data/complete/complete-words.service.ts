import type { AdCompleteAnswer, AdCompleteQuery } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import { swedishDay } from '../../clock/swedish-time.js';
import { adFilterSql } from '../search/ad-filter-sql.js';
import { Parameters } from '../search/parameters.js';
import { SearchAdsService } from '../search/search-ads.service.js';
import { openAds } from '../search/search-statement.js';
import { editDistance } from '#search';
import { ConceptPhrases, type Phrase, type PhraseKind } from '../words/concept-phrases.js';

type Suggestion = AdCompleteAnswer['typeahead'][number];

interface Half {
  /** Words before the half one, as typed. */
  readonly before: readonly string[];
  /** Lower case; empty after a space. */
  readonly half: string;
}

const mostCandidates = 3_000;
/** A name may be several words: so many of those already typed may belong to it. */
const mostJoined = 3;
const mostPairs = 10;
const allKinds: readonly PhraseKind[] = ['occupation', 'skill', 'location'];

/** How what is typed goes on: occupations, skills and places that open ads hold, most frequent first. */
@Injectable()
export class CompleteWordsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly taxonomy: Taxonomy,
    private readonly phrases: ConceptPhrases,
    private readonly search: SearchAdsService,
    private readonly clock: Clock,
  ) {}

  async complete(query: AdCompleteQuery): Promise<AdCompleteAnswer> {
    const started = performance.now();
    const words = (query.q ?? '').toLowerCase().replace(/["+]/g, ' ').trimStart().split(/\s+/);
    const half = words.at(-1) ?? '';
    const before = words.slice(0, -1);
    let found = await this.goingOn(query, { before, half });
    if (found.length === 0 && half !== '') found = await this.corrected(query, before, half);
    if (found.length === 1) found.push(...(await this.pairs(query, found[0]!)));
    return {
      time_in_millis: Math.round(performance.now() - started),
      typeahead: found.slice(0, query.limit).map(({ concept: _, ...suggestion }) => suggestion),
    };
  }

  private kindsOf({ qfields }: AdCompleteQuery): readonly PhraseKind[] {
    const named = allKinds.filter((kind) => qfields.includes(kind));
    return named.length === 0 ? allKinds : named;
  }

  /** The half word, alone or with the words just before it, as the beginning of a name. */
  private async goingOn(query: AdCompleteQuery, { before, half }: Half): Promise<Found[]> {
    const kinds = this.kindsOf(query);
    const found = new Map<string, Found>();
    for (let joined = Math.min(mostJoined, before.length); joined >= 0; joined -= 1) {
      const own = before.slice(0, before.length - joined);
      const start = [...before.slice(before.length - joined), half].join(' ');
      if (joined > 0 && half === '') continue;
      const phrases = half === '' ? [] : this.startingWith(start, kinds);
      if (half !== '' && phrases.length === 0) continue;
      const counts = await this.count(query, own, half === '' ? null : phrases, kinds);
      for (const one of half === '' ? this.named(counts, kinds) : phrases) {
        const occurrences = counts.get(keyOf(one)) ?? 0;
        const value = [...own, one.text].join(' ');
        if (occurrences === 0 || found.has(value) || before.includes(one.text)) continue;
        found.set(value, { value, found_phrase: one.text, type: one.kind, occurrences, concept: keyOf(one) });
      }
    }
    return [...found.values()].sort((a, b) => b.occurrences - a.occurrences || (a.value < b.value ? -1 : 1));
  }

  private startingWith(start: string, kinds: readonly PhraseKind[]): Phrase[] {
    const { phrases } = this.phrases;
    let low = 0;
    for (let high = phrases.length; low < high;) {
      const middle = (low + high) >> 1;
      if (phrases[middle]!.text < start) low = middle + 1;
      else high = middle;
    }
    const found: Phrase[] = [];
    for (let at = low; phrases[at]?.text.startsWith(start) && found.length < mostCandidates; at += 1)
      if (kinds.includes(phrases[at]!.kind)) found.push(phrases[at]!);
    return found;
  }

  private named(counts: ReadonlyMap<string, number>, kinds: readonly PhraseKind[]): Phrase[] {
    return [...counts.keys()].flatMap((key) => {
      const at = key.indexOf(':');
      const [kind, conceptId] = [key.slice(0, at) as PhraseKind, key.slice(at + 1)];
      const concept = this.taxonomy.concept(conceptId);
      const isName = concept && concept.kind !== 'occupation-group' && concept.kind !== 'occupation-field';
      return isName && kinds.includes(kind) ? [{ kind, conceptId, text: concept.label.sv.toLowerCase() }] : [];
    });
  }

  /** In how many open ads within the filters, and with the words before, each is mentioned; null for all. */
  private async count(
    query: AdCompleteQuery,
    before: readonly string[],
    wanted: readonly Phrase[] | null,
    kinds: readonly PhraseKind[],
  ): Promise<Map<string, number>> {
    const parameters = new Parameters();
    const now = this.clock.now();
    const { conditions } = adFilterSql(query, { taxonomy: this.taxonomy, now }, parameters);
    const where = [...openAds(swedishDay(now), parameters), ...conditions];
    const typed = query.contextual === false ? null : this.search.typedIn(query, before.join(' '));
    if (typed) where.push((await this.search.textSql(typed, query, parameters)).where);
    const keys = wanted && parameters.add([...new Set(wanted.map(keyOf))], 'text[]');
    if (keys) where.push(`a.mentions && ${keys}`);
    const rows = await this.dataSource.query<{ mention: string; count: number }[]>(
      `SELECT mention, count(*)::int AS count FROM open_ads a, unnest(a.mentions) AS mention
        WHERE ${where.join(' AND ')} AND ${keys ? `mention = ANY (${keys})` : `split_part(mention, ':', 1) = ANY (${parameters.add(kinds, 'text[]')})`}
        GROUP BY mention ORDER BY count DESC, mention LIMIT ${mostCandidates}`,
      parameters.values,
    );
    return new Map(rows.map(({ mention, count }) => [mention, count]));
  }

  /** Nothing begins so: names that are spelt nearly so. */
  private async corrected(query: AdCompleteQuery, before: readonly string[], half: string): Promise<Found[]> {
    const kinds = this.kindsOf(query);
    const near = this.taxonomy.suggest(half, { language: 'sv', limit: 10, kinds: this.phrases.conceptKinds(kinds) });
    const found: Found[] = [];
    for (const { concept } of near) {
      const names = this.phrases.phrases.filter(({ conceptId }) => conceptId === concept.id);
      const [phrase] = names.sort(
        (a, b) => editDistance(a.text, half, half.length) - editDistance(b.text, half, half.length),
      );
      if (!phrase) continue;
      const occurrences = (await this.count(query, before, [phrase], kinds)).get(keyOf(phrase)) ?? 0;
      const value = [...before, phrase.text].join(' ');
      if (occurrences > 0 && !found.some((one) => one.value === value))
        found.push({ value, found_phrase: phrase.text, type: phrase.kind, occurrences, concept: keyOf(phrase) });
    }
    return found.sort((a, b) => b.occurrences - a.occurrences);
  }

  /** A single answer is followed by pairs: what the same ads hold most often beside it. */
  private async pairs(query: AdCompleteQuery, only: Found): Promise<Found[]> {
    const kinds = this.kindsOf(query);
    const counts = await this.count({ ...query, contextual: true }, only.value.split(' '), null, kinds);
    const others = this.named(counts, kinds).filter(
      (one) => keyOf(one) !== only.concept && !only.value.includes(one.text),
    );
    return others.slice(0, mostPairs).map((one) => ({
      value: `${only.value} ${one.text}`,
      found_phrase: `${only.found_phrase} ${one.text}`,
      type: `${only.type}_${one.kind}`,
      occurrences: counts.get(keyOf(one))!,
      concept: keyOf(one),
    }));
  }
}

type Found = Suggestion & { readonly concept: string };

const keyOf = ({ kind, conceptId }: { kind: string; conceptId: string }): string => `${kind}:${conceptId}`;
