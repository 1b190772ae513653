import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLanguage } from '../language/language.js';
import { call, type AnswerOfEndpoint } from './call.js';
import { endpoints } from './endpoints.js';

type Id = string | null | undefined;
const mostIds = 500;

/** What concepts are called, in the chosen language; until that is known, an ellipsis. The same function until something else is known. */
export function useConceptLabels(ids: readonly Id[]): (id: Id) => string {
  const { language } = useLanguage();
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))].sort().slice(0, mostIds);
  const { data, isPending } = useQuery({
    queryKey: ['concepts', wanted],
    queryFn: () => call(endpoints.concepts, { body: { ids: wanted } }),
    enabled: wanted.length > 0,
    staleTime: Infinity,
    select: ({ items }) => new Map(items.map(({ id, label }) => [id, label])),
  });
  const isAwaited = isPending && wanted.length > 0;
  return useCallback(
    (id) => (id ? (data?.get(id)?.[language] ?? (isAwaited ? '…' : id)) : ''),
    [data, language, isAwaited],
  );
}

/** Names of municipalities by code. */
export function usePlaces(): (codes: readonly string[]) => string {
  const { data } = useQuery({
    queryKey: ['places'],
    queryFn: () => call(endpoints.places),
    staleTime: Infinity,
    select: ({ items }) => new Map(items.map(({ code, name }) => [code, name])),
  });
  return useCallback((codes) => codes.map((code) => data?.get(code) ?? code).join(', '), [data]);
}

type Place = AnswerOfEndpoint<typeof endpoints.places>['items'][number];
const none: readonly Place[] = [];
const kept = new WeakMap<readonly Place[], Map<string, readonly Place[]>>();

/** Municipalities in the order of the alphabet: all, or those of some counties. The same list is the same object, so that a map is drawn once. */
export function usePlaceList(counties?: readonly string[]): readonly Place[] {
  const { data } = useQuery({ queryKey: ['places'], queryFn: () => call(endpoints.places), staleTime: Infinity });
  if (!data) return none;
  const lists = kept.get(data.items) ?? new Map<string, readonly Place[]>();
  kept.set(data.items, lists);
  const key = counties?.join() ?? '';
  const known = lists.get(key);
  if (known) return known;
  const list = data.items
    .filter((place) => !counties || counties.includes(place.county.code))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  lists.set(key, list);
  return list;
}
