import type { EngineProfile } from '../engine.types.js';
import type { ModelContext } from '../model-context.js';
import type { FoundList, ListIndex, ListQuestion } from '../ranking/list-index.js';
import type { Section } from '../snapshot/snapshot-format.js';
import type { VacancyForm } from '../vacancy-form.js';
import { BulkThreads, type Task, type TaskRooms } from './bulk-threads.js';
import { Q } from './layout.js';
import { ListAsker } from './list-asker.js';
import { kernelOn, type Kernel } from './load-kernel.js';
import { orderHolds } from './place-codes.js';
import { ProfileSegments } from './profile-segments.js';
import { QuestionRoom } from './question-room.js';
import { restoreLists, savedLists, type RestoredLists } from './saved-lists.js';
import { SharedMemory } from './shared-memory.js';
import { VacancySegments } from './vacancy-segments.js';

export const defaultSegmentSlots = 32_768;

/** Lists by the WebAssembly kernel on shared memory. */
export class KernelLists implements ListIndex {
  readonly kernel = 'wasm-simd';
  isRestored = false;
  readonly memory = new SharedMemory();
  readonly profiles: ProfileSegments;
  readonly vacancies: VacancySegments;
  readonly room: QuestionRoom;
  readonly asker: ListAsker;
  private readonly wasm: Kernel;
  private restoring: RestoredLists | undefined;
  private threads: BulkThreads | undefined;

  constructor(
    private readonly context: ModelContext,
    readonly segmentSlots = defaultSegmentSlots,
  ) {
    if (!orderHolds(context.model)) throw new Error('the kernel cannot rank places by this model');
    this.wasm = kernelOn(this.memory);
    const beforeChange = () => this.threads?.finish();
    this.profiles = new ProfileSegments(this.memory, this.wasm, context, segmentSlots, beforeChange);
    const { terms } = this.profiles.index;
    this.vacancies = new VacancySegments(this.memory, context, segmentSlots, terms, beforeChange);
    this.room = new QuestionRoom(this.memory, segmentSlots, context.model);
    this.asker = this.askerIn(this.room);
  }

  addProfile(profile: EngineProfile): void {
    this.profiles.add(profile);
  }

  removeProfile(profileId: string): void {
    this.profiles.remove(profileId);
  }

  addVacancy(form: VacancyForm): void {
    this.vacancies.add(form);
  }

  removeVacancy(vacancyId: string): void {
    this.vacancies.remove(vacancyId);
  }

  profileIds(): string[] {
    return this.profiles.index.ids();
  }

  vacancyIds(): string[] {
    return this.vacancies.index.ids();
  }

  sections(): Iterable<Section> {
    this.threads?.finish();
    return savedLists(this);
  }

  restore(section: Section): void {
    this.restoring = restoreLists(this, section, this.restoring);
    this.isRestored = this.restoring?.isWhole ?? false;
  }

  listProfiles(vacancy: VacancyForm, question: ListQuestion): FoundList {
    const { asker, room } = this;
    const segments = asker.askProfiles(vacancy, question);
    this.wasm.find(room.at);
    const counts = asker.counts();
    const found = room.get(Q.found);
    // where the list is by one fit, the other is asked for what was found, which stays in the heap
    if (question.rankBy !== 'both' && found > 0) {
      asker.askFitsOfProfiles(vacancy, segments, found);
      this.wasm.fits(room.at);
    }
    return { ...counts, items: asker.items(segments) };
  }

  listVacancies(profile: EngineProfile, question: ListQuestion): FoundList {
    const { asker, room } = this;
    const segments = asker.askVacancies(profile, question);
    this.wasm.find(room.at);
    const counts = asker.counts();
    const found = room.get(Q.found);
    if (question.rankBy !== 'both' && found > 0) {
      asker.askFitsOfVacancies(profile, segments, found);
      this.wasm.fits(room.at);
    }
    return { ...counts, items: asker.items(segments) };
  }

  async eachProfileList(
    count: number,
    vacancyAt: (at: number) => VacancyForm | undefined,
    question: ListQuestion,
    threads: number,
    take: (at: number, list: FoundList | undefined) => void,
  ): Promise<void> {
    await this.onThreads(threads, (all, askersOf) =>
      all.run(
        count,
        (at, rooms): Task | undefined => {
          const vacancy = vacancyAt(at);
          if (!vacancy) return undefined;
          const { question: asker, other } = askersOf(rooms);
          const segments = asker.askProfiles(vacancy, question);
          const asksOther = question.rankBy !== 'both';
          if (asksOther) other.askFitsOfProfiles(vacancy, segments, 1);
          return { asksOther, answer: () => ({ ...asker.counts(), items: asker.items(segments) }) };
        },
        take,
      ),
    );
  }

  async eachVacancyList(
    count: number,
    profileAt: (at: number) => EngineProfile | undefined,
    question: ListQuestion,
    threads: number,
    take: (at: number, list: FoundList | undefined) => void,
  ): Promise<void> {
    await this.onThreads(threads, (all, askersOf) =>
      all.run(
        count,
        (at, rooms): Task | undefined => {
          const profile = profileAt(at);
          if (!profile) return undefined;
          const { question: asker, other } = askersOf(rooms);
          const segments = asker.askVacancies(profile, question);
          const asksOther = question.rankBy !== 'both';
          if (asksOther) other.askFitsOfVacancies(profile, segments, 1);
          return { asksOther, answer: () => ({ ...asker.counts(), items: asker.items(segments) }) };
        },
        take,
      ),
    );
  }

  private async onThreads(
    threads: number,
    work: (
      all: BulkThreads,
      askersOf: (rooms: TaskRooms) => { question: ListAsker; other: ListAsker },
    ) => Promise<void>,
  ): Promise<void> {
    const members = Math.max(0, ...this.vacancies.index.segments.map((segment) => segment.memberCount));
    const roomOf = (hasScratch: boolean) =>
      new QuestionRoom(this.memory, this.segmentSlots, this.context.model, hasScratch);
    const askers = new Map<TaskRooms, { question: ListAsker; other: ListAsker }>();
    const askersOf = (rooms: TaskRooms) => {
      const known = askers.get(rooms);
      if (known) return known;
      const made = { question: this.askerIn(rooms.question), other: this.askerIn(rooms.other) };
      askers.set(rooms, made);
      return made;
    };
    const all = await BulkThreads.start(this.memory, roomOf, members, threads);
    this.threads = all;
    try {
      await work(all, askersOf);
    } finally {
      this.threads = undefined;
      await all.stop();
    }
  }

  private askerIn(room: QuestionRoom): ListAsker {
    return new ListAsker(this.profiles, this.vacancies, this.context, room);
  }
}
