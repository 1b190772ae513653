import type { VacancyView } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, CallError } from '../api/call.js';
import { useConnection } from '../api/connection.js';
import { endpoints } from '../api/endpoints.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import type { Saving } from '../design/progress.js';
import { adOf, changeOf, merged, type Ad, type AdField } from './ad-draft.js';

const pauseMs = 700;

export interface Autosave {
  readonly ad: Ad;
  readonly vacancy: VacancyView;
  readonly state: Saving;
  readonly error: Error | null;
  readonly conflict: { readonly saved: VacancyView; readonly fields: readonly AdField[] } | null;
  readonly write: (over: Partial<Ad>) => void;
  /** What another call answered: demands are changed beside the ad. */
  readonly take: (vacancy: VacancyView) => void;
  /** Saves what is not saved yet; resolves with the saved vacancy, or null where it could not be. */
  readonly flush: () => Promise<VacancyView | null>;
  readonly settle: (keep: 'mine' | 'theirs') => void;
}

/** Saves an ad a moment after somebody stops writing, one call at a time. What cannot be saved stays on the page, is tried again when the network is back, and leaving asks first. */
export function useAutosave(first: VacancyView): Autosave {
  const queries = useQueryClient();
  const connection = useConnection();
  const [vacancy, setVacancy] = useState(first);
  const [ad, setAd] = useState(() => adOf(first));
  const [state, setState] = useState<Saving>('none');
  const [error, setError] = useState<Error | null>(null);
  const [conflict, setConflict] = useState<Autosave['conflict']>(null);
  // What calls that are under way must see is what is now, not what was when they began.
  const now = useRef({ vacancy: first, ad: adOf(first), isHeld: false });
  const running = useRef<Promise<VacancyView | null> | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const take = useCallback(
    (next: VacancyView) => {
      now.current.vacancy = next;
      setVacancy(next);
      queries.setQueryData(['vacancy', next.id], next);
    },
    [queries],
  );
  const show = useCallback((next: Ad) => {
    now.current.ad = next;
    setAd(next);
  }, []);

  const meet = useCallback(async (): Promise<boolean> => {
    const base = adOf(now.current.vacancy);
    const saved = await call(endpoints.vacancy, { params: { vacancyId: now.current.vacancy.id } });
    const { ad: both, conflicts } = merged(base, now.current.ad, adOf(saved));
    show(both);
    if (conflicts.length === 0) {
      take(saved);
      return true;
    }
    now.current.isHeld = true;
    setConflict({ saved, fields: conflicts });
    setState('failed');
    return false;
  }, [show, take]);

  const save = useCallback(async (): Promise<VacancyView | null> => {
    for (let tries = 0; tries < 3; tries += 1) {
      const body = changeOf(now.current.ad, adOf(now.current.vacancy), now.current.vacancy.revision);
      if (!body) {
        setState((before) => (before === 'none' ? 'none' : 'saved'));
        setError(null);
        return now.current.vacancy;
      }
      setState('saving');
      try {
        take(await call(deskEndpoints.changeVacancy, { params: { vacancyId: now.current.vacancy.id }, body }));
        tries = -1;
      } catch (problem) {
        const { type } = problem instanceof CallError ? problem : { type: 'internal' };
        if (type === 'stale-revision' && (await meet().catch(() => false))) continue;
        if (now.current.isHeld) return null;
        setState(type === 'offline' ? 'waiting' : 'failed');
        setError(problem as Error);
        return null;
      }
    }
    return null;
  }, [meet, take]);

  const flush = useCallback((): Promise<VacancyView | null> => {
    window.clearTimeout(timer.current);
    if (now.current.isHeld) return Promise.resolve(null);
    running.current = (running.current ?? Promise.resolve(null)).then(save);
    return running.current;
  }, [save]);

  const write = useCallback(
    (over: Partial<Ad>) => {
      show({ ...now.current.ad, ...over });
      if (!now.current.isHeld) setState('saving');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), pauseMs);
    },
    [flush, show],
  );

  const settle = useCallback(
    (keep: 'mine' | 'theirs') => {
      if (!conflict) return;
      now.current.isHeld = false;
      const saved = adOf(conflict.saved);
      if (keep === 'theirs')
        show({ ...now.current.ad, ...Object.fromEntries(conflict.fields.map((field) => [field, saved[field]])) });
      take(conflict.saved);
      setConflict(null);
      void flush();
    },
    [conflict, flush, show, take],
  );

  useEffect(() => {
    if (connection === 'up' && state === 'waiting') void flush();
  }, [connection, state, flush]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (changeOf(now.current.ad, adOf(now.current.vacancy), 1)) event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      // A page that is left within the application saves on its way out.
      void flush();
    };
  }, [flush]);

  return { ad, vacancy, state, error, conflict, write, take, flush, settle };
}
