import { createRequire } from 'node:module';
import type { VacancyForm } from '../src/vacancy-form.js';
import type { KernelLists } from '../src/kernel/kernel-lists.js';
import { kernelOn } from '../src/kernel/load-kernel.js';
import { Pair } from '../src/pair.js';
import { profileForm } from '../src/profile-form.js';
import { elapsed, inMs, median, note, times } from './figures.js';
import { options } from './options.js';
import { postgresPeer } from './postgres-peer.js';
import { question } from './speed.js';
import type { World } from './world.js';

/** The 50 best by the employer's fit: ids, best first. */
export interface Peer {
  readonly name: string;
  readonly goal?: number;
  /** What its times are multiplied by: it was asked about a part of the people only. */
  readonly scale: number;
  ask(vacancy: VacancyForm): Promise<string[]>;
  /** What the kernel must give for the same people; all of them where it is not given. */
  readonly expects?: (vacancy: VacancyForm) => string[];
  end?(): Promise<void>;
}

const objectPeople = 20_000;

/** Objects as they are, pair by pair, with everything that can be prepared prepared; then a sort. */
function objectsPeer(world: World): Peer {
  const people = Math.min(objectPeople, world.profileCount);
  const forms = Array.from({ length: people }, (_, n) => profileForm(world.profile(n), world.context));
  const ask = (vacancy: VacancyForm) =>
    forms
      .map((form) => new Pair(form, vacancy, world.context))
      .filter(({ checks }) => checks.every(({ state }) => state !== 'not-met'))
      .map(({ employerFit, profile }) => ({ employerFit, id: profile.profile.profileId }))
      .sort((a, b) => b.employerFit - a.employerFit || (a.id < b.id ? -1 : 1))
      .slice(0, 50)
      .map(({ id }) => id);
  return {
    name: `plain objects (${people} people, times ${world.profileCount / people})`,
    goal: 350,
    scale: world.profileCount / people,
    ask: async (v) => ask(v),
    expects: ask,
  };
}

const makers: Record<string, (world: World) => Peer | Promise<Peer>> = {
  objects: objectsPeer,
  postgres: (world) => postgresPeer(world, options.postgres),
};
/** Peers that need a package which this repository does not have. */
const needs: Record<string, string> = {
  sqlite: 'better-sqlite3',
  minisearch: 'minisearch',
  duckdb: '@duckdb/node-api',
};

export async function measurePeers(world: World, lists: KernelLists, names: readonly string[]): Promise<void> {
  const wanted = names.includes('all') ? [...Object.keys(makers), ...Object.keys(needs)] : names;
  // alternatives are beyond a join: the questions are of vacancies without
  const asked = Array.from({ length: 400 }, (_, n) => world.formOfVacancy(world.vacancyAt(n)))
    .filter(({ choices }) => choices.length === 0)
    .slice(0, 12);
  const wasm = kernelOn(lists.memory);
  for (const name of wanted) {
    const make = makers[name];
    if (!make) {
      const pack = needs[name];
      note(
        `against ${name}`,
        pack ? `not measured: ${resolves(pack) ? 'no adapter' : `${pack} is not installed`}` : 'no such peer',
      );
      continue;
    }
    const peer = await make(world);
    const ratios: number[] = [];
    const spent: number[] = [];
    let same = 0;
    for (const vacancy of asked) {
      const theirs: number[] = [];
      const ours: number[] = [];
      let answer: string[] = [];
      for (let round = 0; round < 3; round++) {
        const started = performance.now();
        answer = await peer.ask(vacancy);
        theirs.push((performance.now() - started) * peer.scale);
        for (let again = 0; again < 5; again++)
          ours.push(
            elapsed(() => {
              lists.asker.askProfiles(vacancy, question('employer'));
              wasm.find(lists.room.at);
            }),
          );
      }
      const expected =
        peer.expects?.(vacancy) ?? lists.listProfiles(vacancy, question('employer')).items.map(({ id }) => id);
      if (answer.join() === expected.join()) same++;
      ratios.push(median(theirs) / median(ours));
      spent.push(median(theirs));
    }
    const ratio = median(ratios);
    const agreed = peer.expects ? '' : `; same 50 in ${same} of ${asked.length}`;
    note(
      `against ${peer.name}`,
      `${times(ratio)} (${inMs(median(spent))}${agreed})`,
      peer.goal ? `${peer.goal}x or more` : '',
      peer.goal === undefined ? undefined : ratio >= peer.goal,
    );
    await peer.end?.();
  }
}

function resolves(pack: string): boolean {
  try {
    createRequire(import.meta.url).resolve(pack);
    return true;
  } catch {
    return false;
  }
}
