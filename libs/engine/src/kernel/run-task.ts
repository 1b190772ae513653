import { Q } from './layout.js';
import type { Kernel } from './load-kernel.js';

/** Words of a question that each thread has of its own. */
export const scratchWords = [
  Q.sums,
  Q.member,
  Q.best,
  Q.wanted,
  Q.place,
  Q.fail,
  Q.ownListed,
  Q.code,
  Q.failing,
  Q.peaks,
  Q.buckets,
] as const;

/** What threads agree about: words of a control block, whose batches lie one after the other. */
export enum Control {
  /** Raised whenever there is something to do. */
  epoch = 0,
  /** 1 when threads are to end. */
  stops = 1,
  /** Which batch is at work. */
  batch = 2,
  words = 4,
}

/** Words of a batch: how many tasks, the next to take, how many are done, and from `tasks` on two addresses for each: the question, and that for the other fit or 0. */
export enum Batch {
  count = 0,
  next = 1,
  done = 2,
  tasks = 4,
}

export const batchTasks = 64;
export const batchWords = Batch.tasks + 2 * batchTasks;
export const controlWords = Control.words + 2 * batchWords;

/** Does tasks of the batch at work until none is left. `own` is the thread's question, with scratch of its own. */
export function runTasks(
  kernel: Kernel,
  memory: { readonly buffer: SharedArrayBuffer },
  control: number,
  own: number,
): void {
  const words = new Int32Array(memory.buffer);
  const at = control >>> 2;
  const batch = at + Control.words + batchWords * Atomics.load(words, at + Control.batch);
  const count = Atomics.load(words, batch + Batch.count);
  for (;;) {
    const task = Atomics.add(words, batch + Batch.next, 1);
    if (task >= count) return;
    const question = words[batch + Batch.tasks + 2 * task]! >>> 0;
    const other = words[batch + Batch.tasks + 2 * task + 1]! >>> 0;
    ask(words, question, own, (its) => kernel.find(its));
    if (other !== 0) {
      words[(other >>> 2) + Q.heap] = words[(question >>> 2) + Q.heap]!;
      words[(other >>> 2) + Q.found] = words[(question >>> 2) + Q.found]!;
      ask(words, other, own, (its) => kernel.fits(its));
    }
    Atomics.add(words, batch + Batch.done, 1);
    Atomics.notify(words, batch + Batch.done);
  }
}

/** Copies a question to the thread's own, all but the scratch, and the answer back. */
function ask(words: Int32Array, question: number, own: number, run: (question: number) => void): void {
  const [from, to] = [question >>> 2, own >>> 2];
  const kept = scratchWords.map((word) => words[to + word]!);
  words.copyWithin(to, from, from + Q.words);
  for (const [at, word] of scratchWords.entries()) words[to + word] = kept[at]!;
  run(own);
  words.copyWithin(from + Q.total, to + Q.total, to + Q.removed + 6);
  words[from + Q.found] = words[to + Q.found]!;
}
