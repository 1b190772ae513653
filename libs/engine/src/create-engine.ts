import type { EngineParts } from './engine.types.js';
import { KernelLists } from './kernel/kernel-lists.js';
import { IndexedEngine } from './matching-engine.js';
import type { EngineOptions, MatchingEngine } from './matching-engine.types.js';
import { modelContext, type ModelContext } from './model-context.js';
import type { ListIndex } from './ranking/list-index.js';
import { PlainLists } from './ranking/plain-lists.js';

/** Of a process: why the kernel does not run is said once. */
const told = new Set<string>();

/** An empty engine. It holds everything in memory and is filled again at start, or made from a snapshot. */
export function createEngine(parts: EngineParts, options: EngineOptions = {}): MatchingEngine {
  const context = modelContext(parts);
  return new IndexedEngine(context, listsFor(context, options));
}

function listsFor(context: ModelContext, { kernel = 'auto', onFallback, segmentSlots }: EngineOptions): ListIndex {
  if (kernel === 'plain') return new PlainLists(context);
  try {
    return new KernelLists(context, segmentSlots);
  } catch (error) {
    if (kernel !== 'auto') throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (onFallback && !told.has(why)) {
      told.add(why);
      onFallback(why);
    }
    return new PlainLists(context);
  }
}
