// A thread that helps with a bulk run. It knows nothing but the shared memory.
import { parentPort, workerData } from 'node:worker_threads';
import { Q } from './layout.js';
import { kernelOn } from './load-kernel.js';
import { Control, runTasks } from './run-task.js';

export interface WorkerData {
  readonly memory: WebAssembly.Memory;
  readonly control: number;
  /** The thread's question. */
  readonly own: number;
  /** What the caller takes a question to be: a worker of another build is no help. */
  readonly questionWords: number;
}

const { memory, control, own, questionWords } = workerData as WorkerData;
if (questionWords !== (Q.words as number)) throw new Error('the worker was built from other sources');
const kernel = kernelOn({ memory });
const words = new Int32Array(memory.buffer);
const at = control >>> 2;
let seen = Atomics.load(words, at + Control.epoch);
parentPort!.postMessage('ready');
while (Atomics.load(words, at + Control.stops) === 0) {
  Atomics.wait(words, at + Control.epoch, seen);
  seen = Atomics.load(words, at + Control.epoch);
  if (Atomics.load(words, at + Control.stops) === 0) runTasks(kernel, memory, control, own);
}
