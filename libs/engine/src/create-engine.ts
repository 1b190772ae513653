import type { EngineParts } from './engine.types.js';
import { IndexedEngine } from './matching-engine.js';
import type { EngineOptions, MatchingEngine } from './matching-engine.types.js';
import { modelContext } from './model-context.js';
import { PlainLists } from './ranking/plain-lists.js';

/** An empty engine. It holds everything in memory and is filled again at start, or made from a snapshot. */
export function createEngine(parts: EngineParts, _options: EngineOptions = {}): MatchingEngine {
  const context = modelContext(parts);
  return new IndexedEngine(context, new PlainLists(context));
}
