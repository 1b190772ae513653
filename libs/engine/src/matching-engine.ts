import type { EngineParts, MatchingEngine } from './engine.types.js';

/** An empty engine. It holds everything in memory and is built again from the projections at start. */
export declare function createEngine(parts: EngineParts): MatchingEngine;
