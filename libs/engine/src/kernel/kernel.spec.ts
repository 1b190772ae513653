import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import { createEngine, matchingModel } from '../index.js';
import { layoutHash, layoutSection } from './layout-hash.js';
import * as layout from './layout.js';
import { kernelOf } from './load-kernel.js';

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

/** A module of nothing but the section that names a layout. */
function kernelSaying(hash: string, section = layoutSection): Uint8Array {
  const content = [section.length, ...Buffer.from(section + hash)];
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, content.length, ...content]);
}

describe('a compiled kernel', () => {
  const refused = 'the kernel was built from other sources';

  it('is refused where it was built with another layout, or does not say with which', () => {
    const same = layoutHash({ ...layout });
    expect(kernelOf(kernelSaying(same))).toBeInstanceOf(WebAssembly.Module);
    expect(() => kernelOf(kernelSaying(layoutHash({ ...layout, headBytes: 16 })))).toThrow(refused);
    expect(() => kernelOf(kernelSaying(layoutHash({ ...layout, Q: { ...layout.Q, k: 3 } })))).toThrow(refused);
    expect(() => kernelOf(kernelSaying(same, 'version'))).toThrow(refused);
    expect(() => kernelOf(kernelSaying('').slice(0, 8))).toThrow(refused);
  });
});
