import fc from 'fast-check';
import { PostingLists } from './posting-lists.js';
import { Slots } from './slots.js';
import { TopK } from './top-k.js';

describe('top k', () => {
  it('keeps what sorting everything would keep, ties by id', () => {
    const offers = fc.array(fc.tuple(fc.nat(5), fc.string({ maxLength: 2 })), { maxLength: 40 });
    fc.assert(
      fc.property(offers, fc.constantFrom(0, 1, 7, 50), (scored, k) => {
        const ids = scored.map(([, id], at) => `${id}${at}`);
        const top = new TopK(k, ids);
        for (const [slot, [score]] of scored.entries()) top.offer(slot, score);
        const all = scored.map((_, slot) => slot);
        all.sort((a, b) => scored[b]![0] - scored[a]![0] || (ids[a]! < ids[b]! ? -1 : 1));
        expect(top.sorted()).toEqual(all.slice(0, k));
      }),
      { seed: 3 },
    );
  });
});

describe('posting lists', () => {
  it('hold what was appended, up to the last slot and value of 32 bits', () => {
    const lists = new PostingLists(14);
    lists.append('a', 0, 10_000);
    lists.append('a', 2 ** 18 - 1, 2 ** 14 - 1);
    expect([...lists.list('a')!.packed.subarray(0, 2)]).toEqual([10_000, 2 ** 32 - 1]);
    expect(() => lists.append('a', 2 ** 18, 0)).toThrow('262144 slots');
    expect(() => lists.append('a', 0, 2 ** 14)).toThrow('16384 values');
  });

  it('move with their slots and drop what is dead', () => {
    const lists = new PostingLists(7);
    for (const slot of [0, 1, 3]) lists.append('a', slot, slot + 1);
    lists.append('b', 1, 1);
    lists.move(Int32Array.of(-1, -1, 0, 1));
    const { packed, length } = lists.list('a')!;
    expect([...packed.subarray(0, length)]).toEqual([(1 << 7) | 4]);
    expect(lists.list('b')).toBeUndefined();
  });
});

describe('slots', () => {
  it('close their gaps in order once a fifth is dead, and not before there are 64', () => {
    const slots = new Slots(1000);
    for (let at = 0; at < 320; at++) slots.take(`id${at}`);
    for (let at = 0; at < 64; at++) slots.release(`id${at * 2}`);
    expect(slots.worthCompacting).toBe(false);
    slots.release('id1');
    expect(slots.worthCompacting).toBe(true);
    const moved = slots.compact();
    expect([moved[0], moved[3], moved[319]]).toEqual([-1, 0, 254]);
    expect([slots.slotOf('id3'), slots.slotOf('id319'), slots.slotOf('id0'), slots.length]).toEqual([
      0,
      254,
      undefined,
      255,
    ]);
  });

  it('say how many there is room for', () => {
    const slots = new Slots(1);
    slots.take('a');
    expect(() => slots.take('b')).toThrow('full at 1 slots');
  });
});
