import type { Stage } from './decisions.js';

export type Command =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'decide'; readonly stage: Stage }
  | { readonly kind: 'note' }
  | { readonly kind: 'open' | 'choose' | 'undo' | 'help' | 'first' | 'last' };

/** Single keys, in the order in which help lists them; arrows, Home, End, space and Enter work even where these are off. */
export const letterKeys = [
  ['j', { kind: 'move', by: 1 }],
  ['k', { kind: 'move', by: -1 }],
  ['a', { kind: 'decide', stage: 'advance' }],
  ['h', { kind: 'decide', stage: 'hold' }],
  ['n', { kind: 'decide', stage: 'not-chosen' }],
  ['m', { kind: 'note' }],
  ['x', { kind: 'choose' }],
  ['u', { kind: 'undo' }],
  ['?', { kind: 'help' }],
] as const satisfies readonly (readonly [string, Command])[];

const others: Readonly<Record<string, Command>> = {
  ArrowDown: { kind: 'move', by: 1 },
  ArrowUp: { kind: 'move', by: -1 },
  PageDown: { kind: 'move', by: 10 },
  PageUp: { kind: 'move', by: -10 },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  Enter: { kind: 'open' },
  ' ': { kind: 'choose' },
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks for, in a list that has the focus; null for all others and for the browser's own. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Pressed, isLetterOn: boolean): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  const other = others[key];
  if (other) return other;
  return (isLetterOn && letterKeys.find(([letter]) => letter === key.toLowerCase())?.[1]) || null;
}
