import { KernelLists } from '../src/kernel/kernel-lists.js';
import { kernelOn } from '../src/kernel/load-kernel.js';
import { dayNumber } from '../src/model/calendar-day.js';
import { today, World } from './world.js';
import { Q, Mode } from '../src/kernel/layout.js';

const [np = 100000, nv = 20000, slots = 32768] = process.argv.slice(2).map(Number);
const w = new World(np, nv);
const lists = new KernelLists(w.context, slots);
let t = performance.now();
w.fill(lists);
console.log(
  'fill s',
  (performance.now() - t) / 1000,
  'MB',
  lists.memory.size / 1e6,
  'per profile',
  lists.memory.size / np,
);
lists.profiles.index.settle();
lists.vacancies.index.settle();
console.log('segments', lists.profiles.index.segments.length, lists.vacancies.index.segments.length);
const wasm = kernelOn(lists.memory);
if (process.env.ONLY) {
  const fs = Array.from({ length: 100 }, (_, i) => w.formOfVacancy(w.vacancyAt(i)));
  const q1 = (rankBy: any) => ({ rankBy, k: 50, after: null, filter: {}, today: dayNumber(today), ignoring: null });
  for (const f of fs) {
    lists.askProfiles(f, q1(process.env.ONLY));
    for (let n = 0; n < 1000; n++) wasm.find(lists.room.at);
  }
  process.exit(0);
}
const q = (rankBy: any, k = 50) => ({ rankBy, k, after: null, filter: {}, today: dayNumber(today), ignoring: null });
const med = (a: number[]) => a.sort((x, y) => x - y)[a.length >> 1]!;
const N = 100;
const vf = Array.from({ length: N }, (_, i) => w.formOfVacancy(w.vacancyAt(i)));
const pf = Array.from({ length: N }, (_, i) => w.profile(w.profileAt(i)));
const time = (f: () => void) => {
  const s = performance.now();
  f();
  return (performance.now() - s) * 1000;
};
for (const [name, ask] of [
  ['profiles', (i: number, r: any) => lists.askProfiles(vf[i]!, q(r))],
  ['vacancies', (i: number, r: any) => lists.askVacancies(pf[i]!, q(r))],
] as const) {
  const out: Record<string, number[]> = {};
  for (let round = 0; round < 12; round++)
    for (let i = 0; i < N; i++)
      for (const r of ['employer', 'seeker', 'both'] as const) {
        const a = time(() => ask(i, r));
        wasm.find(lists.room.at);
        const b = time(() => wasm.find(lists.room.at));
        const c = time(() => wasm.fillAndAdd(lists.room.at));
        lists.room.set(Q.k, 0);
        lists.room.set(Q.mode, Mode.count);
        const d = time(() => wasm.find(lists.room.at));
        if (round < 2) continue;
        (out[r + ' count'] ??= []).push(d);
        (out[r + ' write'] ??= []).push(a);
        (out[r + ' find'] ??= []).push(b);
        (out[r + ' floor'] ??= []).push(c);
        (out[r + ' ratio'] ??= []).push(b / c);
      }
  for (const [k, v] of Object.entries(out)) console.log(name, k, med(v).toFixed(2));
  for (const r of ['employer', 'seeker', 'both']) {
    const s = (x: number[]) => x.reduce((a, b) => a + b, 0);
    console.log(name, r, 'sum ratio', (s(out[r + ' find']!) / s(out[r + ' floor']!)).toFixed(2));
  }
}
