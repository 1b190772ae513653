import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import type { FoundList } from '../ranking/list-index.js';
import type { WorkerData } from './bulk-worker.js';
import { Q } from './layout.js';
import { kernelOn, type Kernel } from './load-kernel.js';
import { type QuestionRoom } from './question-room.js';
import { Batch, batchTasks, batchWords, Control, controlWords, runTasks } from './run-task.js';
import type { SharedMemory } from './shared-memory.js';

/** Built beside the compiled library; where the sources run as they are, it lies in `dist` all the same. */
const places = ['./bulk-worker.js', '../../../../dist/libs/engine/src/kernel/bulk-worker.js'];

/** Where a task's question is written, and that for the other fit. */
export interface TaskRooms {
  readonly question: QuestionRoom;
  readonly other: QuestionRoom;
}

/** Writes a task's questions. `answer` reads them once they are done; `asksOther` tells whether the second is needed. */
export interface Task {
  readonly asksOther: boolean;
  readonly answer: () => FoundList;
}

interface WrittenBatch {
  readonly tasks: (Task | undefined)[];
}

/** Many questions on several threads, the calling one among them: while the others work at one batch, this one writes the next. */
export class BulkThreads {
  private readonly control: number;
  private readonly rooms: TaskRooms[][] = [];
  private readonly owns: QuestionRoom[] = [];
  private readonly workers: Worker[] = [];
  private readonly kernel: Kernel;
  private atWork: number | undefined;

  private constructor(
    private readonly memory: SharedMemory,
    roomOf: (hasScratch: boolean) => QuestionRoom,
    members: number,
    threads: number,
  ) {
    this.kernel = kernelOn(memory);
    this.control = memory.allocateZeroed(4 * controlWords);
    for (let batch = 0; batch < 2; batch++)
      this.rooms.push(Array.from({ length: batchTasks }, () => ({ question: roomOf(false), other: roomOf(false) })));
    for (let thread = 0; thread < threads; thread++) {
      const own = roomOf(true);
      own.holdMembers(members);
      this.owns.push(own);
    }
  }

  /** Throws where there are no threads, or no worker was built. */
  static async start(
    memory: SharedMemory,
    roomOf: (hasScratch: boolean) => QuestionRoom,
    members: number,
    threads: number,
  ): Promise<BulkThreads> {
    const file = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
    if (!file) throw new Error('the worker is not built');
    const all = new BulkThreads(memory, roomOf, members, threads);
    try {
      await Promise.all(all.owns.slice(1).map((own) => all.startWorker(file, own.at)));
      return all;
    } catch (error) {
      await all.stop();
      throw error;
    }
  }

  /** Asks about everything that `write` writes, in order; `take` gets the answers in the same order. Others get their turn between batches. */
  async run(
    count: number,
    write: (at: number, rooms: TaskRooms) => Task | undefined,
    take: (at: number, list: FoundList | undefined) => void,
  ): Promise<void> {
    let written = this.write(0, 0, count, write);
    for (let from = 0, batch = 0; from < count; from += batchTasks, batch = 1 - batch) {
      this.publish(batch, written);
      await setImmediate();
      const next = from + batchTasks < count ? this.write(1 - batch, from + batchTasks, count, write) : written;
      this.finish();
      for (const [at, task] of written.tasks.entries()) take(from + at, task?.answer());
      written = next;
    }
  }

  /** Waits for what is at work, helping: nothing reads the index afterwards until the next batch. */
  finish(): void {
    if (this.atWork === undefined) return;
    runTasks(this.kernel, this.memory.memory, this.control, this.owns[0]!.at);
    const words = this.memory.i32;
    const batch = this.wordOf(this.atWork);
    const count = words[batch + Batch.count]!;
    for (;;) {
      const done = Atomics.load(words, batch + Batch.done);
      if (done === count) break;
      Atomics.wait(words, batch + Batch.done, done, 100);
    }
    this.atWork = undefined;
  }

  async stop(): Promise<void> {
    this.finish();
    const words = this.memory.i32;
    const at = this.control >>> 2;
    Atomics.store(words, at + Control.stops, 1);
    Atomics.add(words, at + Control.epoch, 1);
    Atomics.notify(words, at + Control.epoch);
    await Promise.all(this.workers.map((worker) => worker.terminate()));
    for (const { question, other } of this.rooms.flat()) for (const room of [question, other]) room.release();
    for (const own of this.owns) own.release();
    this.memory.free(this.control, 4 * controlWords);
  }

  private startWorker(file: URL, own: number): Promise<void> {
    const data: WorkerData = {
      memory: this.memory.memory,
      control: this.control,
      own,
      questionWords: Q.words,
    };
    const worker = new Worker(fileURLToPath(file), { workerData: data });
    this.workers.push(worker);
    return new Promise((ready, failed) => {
      worker.once('message', () => ready());
      worker.once('error', failed);
    });
  }

  private write(
    batch: number,
    from: number,
    count: number,
    write: (at: number, rooms: TaskRooms) => Task | undefined,
  ): WrittenBatch {
    const tasks: (Task | undefined)[] = [];
    for (let at = from; at < Math.min(count, from + batchTasks); at++)
      tasks.push(write(at, this.rooms[batch]![at - from]!));
    return { tasks };
  }

  private publish(batch: number, { tasks }: WrittenBatch): void {
    const words = this.memory.i32;
    const at = this.wordOf(batch);
    let count = 0;
    for (const [task, its] of tasks.entries()) {
      if (!its) continue;
      const { question, other } = this.rooms[batch]![task]!;
      words[at + Batch.tasks + 2 * count] = question.at;
      words[at + Batch.tasks + 2 * count + 1] = its.asksOther ? other.at : 0;
      count++;
    }
    Atomics.store(words, at + Batch.count, count);
    Atomics.store(words, at + Batch.done, 0);
    Atomics.store(words, at + Batch.next, 0);
    this.atWork = batch;
    const control = this.control >>> 2;
    Atomics.store(words, control + Control.batch, batch);
    Atomics.add(words, control + Control.epoch, 1);
    Atomics.notify(words, control + Control.epoch);
  }

  private wordOf(batch: number): number {
    return (this.control >>> 2) + Control.words + batchWords * batch;
  }
}
