import { byCodeUnit } from '../model/code-unit-order.js';

/** A place on a list: that of an item, now or when it was there. */
export interface ListPosition {
  readonly score: number;
  readonly id: string;
}

export const writePosition = ({ score, id }: ListPosition): string => `${score}:${id}`;

/** Throws `RangeError` on what no list ever gave out. */
export function readPosition(text: string): ListPosition {
  const parts = /^(\d{1,13}):(.*)$/su.exec(text);
  if (!parts) throw new RangeError(`${JSON.stringify(text)} is no place on a list`);
  return { score: Number(parts[1]), id: parts[2]! };
}

export const comesAfter = (position: ListPosition, score: number, id: string): boolean =>
  score < position.score || (score === position.score && byCodeUnit(id, position.id) > 0);
