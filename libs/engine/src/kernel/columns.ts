import { S } from './layout.js';

/** A segment's columns, by the word that tells where each begins: how many bytes a slot takes in it. */
export type Columns = ReadonlyMap<S, number>;

const shared: readonly (readonly [S, number])[] = [
  [S.ids, 4],
  [S.flags, 1],
  [S.extentMin, 1],
  [S.extentMax, 1],
  [S.start, 4],
  [S.pay, 4],
  [S.place, 1],
  [S.types, 2],
];

export const profileColumns: Columns = new Map([
  ...shared,
  [S.alive, 1],
  [S.shares, 16],
  [S.home, 2],
  [S.reach, 2],
  [S.wantedShares, 2],
  [S.placeShares, 2],
]);
export const vacancyColumns: Columns = new Map([...shared, [S.alive, 2], [S.shares, 2]]);
