import { existsSync, readFileSync } from 'node:fs';
import { layoutHash, layoutSection } from './layout-hash.js';
import * as layout from './layout.js';
import type { SharedMemory } from './shared-memory.js';

/** What the compiled kernel does with a question at an address. */
export interface Kernel {
  find(question: number): void;
  fits(question: number): void;
  fillAndAdd(question: number): void;
  append(segment: number, slot: number, pairs: number, at: number, count: number): number;
}

/** Built beside the compiled library; where the sources run as they are, it lies in `dist` all the same. */
const places = ['../../assembly/kernel.wasm', '../../../../dist/libs/engine/assembly/kernel.wasm'];

let compiled: WebAssembly.Module | undefined;

/** Compiled once for all engines. Throws, saying why, where it was not built, or this machine has no vector instructions or shared memory for it. */
export function kernelModule(): WebAssembly.Module {
  if (compiled) return compiled;
  const found = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
  if (!found) throw new Error('the kernel is not built');
  return (compiled = kernelOf(readFileSync(found)));
}

/** Throws where the kernel was built with another layout than this host: its answers would be wrong without a word. */
export function kernelOf(bytes: Uint8Array): WebAssembly.Module {
  const module = new WebAssembly.Module(bytes);
  const [built] = WebAssembly.Module.customSections(module, layoutSection);
  if (!built || Buffer.from(built).toString() !== layoutHash(layout))
    throw new Error('the kernel was built from other sources');
  return module;
}

export const kernelOn = ({ memory }: Pick<SharedMemory, 'memory'>): Kernel =>
  new WebAssembly.Instance(kernelModule(), { env: { memory } }).exports as unknown as Kernel;
