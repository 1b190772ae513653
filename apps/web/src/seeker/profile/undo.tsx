import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

type Undo = () => void;

interface UndoStack {
  readonly remember: (undo: Undo) => void;
  readonly undo: Undo | null;
}

const mostRemembered = 50;
const UndoContext = createContext<UndoStack>({ remember: () => undefined, undo: null });

/** Keeps what takes back each change of the page, the last one first. */
export function UndoProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [stack, setStack] = useState<readonly Undo[]>([]);
  const remember = useCallback((undo: Undo) => setStack((before) => [...before, undo].slice(-mostRemembered)), []);
  const last = stack.at(-1);
  const value = useMemo(
    (): UndoStack => ({
      remember,
      undo: last
        ? () => {
            setStack((before) => before.slice(0, -1));
            last();
          }
        : null,
    }),
    [last, remember],
  );
  return <UndoContext value={value}>{children}</UndoContext>;
}

export const useUndo = (): UndoStack => useContext(UndoContext);
