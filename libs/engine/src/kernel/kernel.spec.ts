import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import { createEngine, matchingModel } from '../index.js';

const [parts] = fc.sample(world.parts, { numRuns: 1, seed: 1 });

describe('which kernel', () => {
  it('is the fast one where nothing is said', () => {
    expect(createEngine(parts!).kernel).toBe('wasm-simd');
    expect(createEngine(parts!, { kernel: 'plain' }).kernel).toBe('plain');
  });

  it('is the plain one where the other cannot run, which is said once', () => {
    // a model in which a place that is met earns less than one that may be out of reach
    const model = { ...matchingModel, place: { ...matchingModel.place, remotePossible: 10 } };
    const told: string[] = [];
    const options = { onFallback: (why: string) => told.push(why) };
    const engines = [1, 2].map(() => createEngine({ ...parts!, model }, options));
    expect(engines.map(({ kernel }) => kernel)).toEqual(['plain', 'plain']);
    expect(told).toEqual(['the kernel cannot rank places by this model']);
    expect(() => createEngine({ ...parts!, model }, { kernel: 'wasm-simd' })).toThrow(told[0]);
  });
});
