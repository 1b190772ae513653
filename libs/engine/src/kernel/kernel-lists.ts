import { knockOuts } from '../demands/knock-out-check.js';
import type { EngineProfile, KnockOut } from '../engine.types.js';
import type { ModelContext } from '../model-context.js';
import type { FoundItem, FoundList, ListIndex, ListQuestion } from '../ranking/list-index.js';
import type { Section } from '../snapshot/snapshot-format.js';
import type { VacancyForm } from '../vacancy-form.js';
import { idRoom, writeId } from './id-bytes.js';
import { Mode, Q } from './layout.js';
import { kernelOn, type Kernel } from './load-kernel.js';
import { orderHolds } from './place-codes.js';
import { ProfileQuestion } from './profile-question.js';
import { ProfileSegments } from './profile-segments.js';
import { QuestionRoom } from './question-room.js';
import type { Segment } from './segment.js';
import { restoreLists, savedLists, type RestoredLists } from './saved-lists.js';
import { SharedMemory } from './shared-memory.js';
import { VacancyQuestion } from './vacancy-question.js';
import { VacancySegments } from './vacancy-segments.js';

export const defaultSegmentSlots = 32_768;
const modes = { employer: Mode.employer, seeker: Mode.seeker, both: Mode.both } as const;

/** Lists by the WebAssembly kernel on shared memory. */
export class KernelLists implements ListIndex {
  readonly kernel = 'wasm-simd';
  isRestored = false;
  readonly profiles: ProfileSegments;
  readonly vacancies: VacancySegments;
  readonly room: QuestionRoom;
  private restoring: RestoredLists | undefined;
  private readonly wasm: Kernel;
  private readonly ofProfiles: ProfileQuestion;
  private readonly ofVacancies: VacancyQuestion;

  constructor(
    context: ModelContext,
    readonly segmentSlots = defaultSegmentSlots,
    readonly memory = new SharedMemory(),
  ) {
    if (!orderHolds(context.model)) throw new Error('the kernel cannot rank places by this model');
    this.wasm = kernelOn(memory);
    this.profiles = new ProfileSegments(memory, context, segmentSlots);
    this.vacancies = new VacancySegments(memory, context, segmentSlots, this.profiles.index.terms);
    this.room = new QuestionRoom(memory, segmentSlots, context.model);
    this.ofProfiles = new ProfileQuestion(this.profiles, context, this.room);
    this.ofVacancies = new VacancyQuestion(this.vacancies, context, this.room);
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
    return savedLists(this);
  }

  restore(section: Section): void {
    this.restoring = restoreLists(this, section, this.restoring);
    this.isRestored = this.restoring?.isWhole ?? false;
  }

  listProfiles(vacancy: VacancyForm, question: ListQuestion): FoundList {
    const segments = this.askProfiles(vacancy, question);
    this.wasm.find(this.room.at);
    return this.answer(segments, question, () => this.ofProfiles.write(vacancy, Mode.both));
  }

  listVacancies(profile: EngineProfile, question: ListQuestion): FoundList {
    const segments = this.askVacancies(profile, question);
    this.wasm.find(this.room.at);
    return this.answer(segments, question, () => this.ofVacancies.write(profile, this.profiles.expansion, Mode.both));
  }

  /** Writes a question without asking it. */
  askProfiles(vacancy: VacancyForm, question: ListQuestion): readonly Segment[] {
    this.profiles.coverPlaces();
    const mode = question.k === 0 ? Mode.count : modes[question.rankBy];
    this.room.begin();
    this.ofProfiles.writeFilter(question.filter);
    this.ofProfiles.writeChecks(vacancy, question.ignoring);
    this.ofProfiles.write(vacancy, mode);
    return this.finish(this.profiles.index.segments, mode, question);
  }

  askVacancies(profile: EngineProfile, question: ListQuestion): readonly Segment[] {
    const mode = question.k === 0 ? Mode.count : modes[question.rankBy];
    this.room.begin();
    this.ofVacancies.writeFilter(question.filter, question.today);
    const found = this.profiles.expansion.of(profile);
    this.ofVacancies.writeChecks(found, question.ignoring);
    this.ofVacancies.write(profile, found, mode);
    return this.finish(this.vacancies.index.segments, mode, question);
  }

  private finish(all: readonly Segment[], mode: Mode, { k, after }: ListQuestion): readonly Segment[] {
    const { room, memory } = this;
    const segments = all.filter((segment) => segment.living > 0);
    let slots = 0;
    for (const segment of segments) slots += segment.slots;
    room.finish(segments, mode, Math.min(k, slots));
    if (after === null) return segments;
    const bytes = room.bytes(Q.afterId, idRoom(after.id));
    const length = writeId(after.id, bytes, 2);
    bytes[0] = length & 255;
    bytes[1] = length >> 8;
    room.set(Q.hasAfter, 1);
    const scoreAt = (room.at >>> 2) + Q.afterScore;
    memory.u32[scoreAt] = after.score % 2 ** 32;
    memory.u32[scoreAt + 1] = Math.floor(after.score / 2 ** 32);
    return segments;
  }

  /** Results become objects only here. Where the list is by one fit, the other is computed for what was found. */
  private answer(segments: readonly Segment[], { rankBy }: ListQuestion, askBoth: () => void): FoundList {
    const { room } = this;
    const total = room.get(Q.total);
    const removed = Object.fromEntries(knockOuts.map((reason, at) => [reason, room.get(Q.removed + at)]));
    const found = room.get(Q.found);
    if (rankBy !== 'both' && found > 0) {
      // the heap stays as it is, and the other question is asked about what lies there
      room.begin();
      askBoth();
      room.finish(segments, Mode.both, found);
      this.wasm.fits(room.at);
    }
    const items: FoundItem[] = [];
    for (let at = 0; at < found; at++) {
      const { segment, slot, employerFit, seekerFit } = room.foundAt(at);
      items.push({ id: segments[segment]!.idOf(slot), employerFit, seekerFit });
    }
    return { total, removed: removed as Record<KnockOut, number>, items };
  }
}
