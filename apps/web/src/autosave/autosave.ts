import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError } from '../api/call.js';

const quietMs = 600;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface AutosaveOptions<T> {
  /** Names the draft in the tab's own storage, which a reload survives. */
  readonly name: string;
  /** What is stored, as far as is known here. */
  readonly saved: T;
  /** Stores the draft. @throws CallError `stale-revision` where somebody else stored something meanwhile */
  readonly write: (draft: T) => Promise<unknown>;
  /** What is stored by now. */
  readonly refresh: () => Promise<T>;
}

export interface Autosave<T> {
  readonly value: T;
  readonly change: (next: T) => void;
  /** Both versions, where the same thing was changed here and elsewhere: nothing is stored until one is chosen. */
  readonly conflict: { readonly mine: T; readonly theirs: T } | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

function keptDraft<T>(key: string): T | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as T);
}

/** Stores what is changed a moment after the last change. A draft that cannot be stored stays, over reloads of the tab too. */
export function useAutosave<T>({ name, saved, write, refresh }: AutosaveOptions<T>): Autosave<T> {
  const key = `rallare-draft-${name}`;
  const [draft, setDraft] = useState<T | null>(() => keptDraft<T>(key));
  const [conflict, setConflict] = useState<Autosave<T>['conflict']>(null);
  const base = useRef(saved);
  const isBusy = useRef(false);
  const current = useRef({ draft, saved, write, refresh });
  useEffect(() => {
    current.current = { draft, saved, write, refresh };
    if (draft === null) base.current = saved;
  });

  const store = useCallback(async (): Promise<void> => {
    const { draft: storing, write: toStore, refresh: look } = current.current;
    if (storing === null || isBusy.current) return;
    isBusy.current = true;
    try {
      if (!same(base.current, current.current.saved)) {
        setConflict({ mine: storing, theirs: current.current.saved });
        return;
      }
      try {
        await toStore(storing);
      } catch (error) {
        if (!(error instanceof CallError && error.type === 'stale-revision')) throw error;
        const theirs = await look();
        // Something else of the same object was changed: what is changed here goes on top.
        if (!same(base.current, theirs)) return setConflict({ mine: storing, theirs });
        await toStore(storing);
      }
      base.current = storing;
      if (current.current.draft === storing) {
        sessionStorage.removeItem(key);
        setDraft(null);
      }
    } catch {
      // The write itself tells what went wrong; the draft stays.
    } finally {
      isBusy.current = false;
    }
    if (current.current.draft !== storing && current.current.draft !== null) void store();
  }, [key]);

  useEffect(() => {
    if (draft === null || conflict) return;
    sessionStorage.setItem(key, JSON.stringify(draft));
    const timer = setTimeout(() => void store(), quietMs);
    return () => clearTimeout(timer);
  }, [draft, conflict, key, store]);

  return {
    value: draft ?? saved,
    change: setDraft,
    conflict,
    keepMine: () => {
      base.current = current.current.saved;
      setConflict(null);
    },
    takeTheirs: () => {
      sessionStorage.removeItem(key);
      setDraft(null);
      setConflict(null);
    },
  };
}
