import type { Section } from '../snapshot/snapshot-format.js';
import { jsonBytes } from '../snapshot/snapshot-format.js';
import { SnapshotRefusedError } from '../snapshot/snapshot-refused.error.js';
import type { KernelLists } from './kernel-lists.js';
import type { ProfileIndexState } from './profile-segments.js';
import { firstFree, type AllocatorState } from './shared-memory.js';
import type { VacancyIndexState } from './vacancy-segments.js';

/** Raised when anything that lies in shared memory gets another shape. */
const layoutVersion = 2;
const stateSection = 'lists';
const memorySection = 'memory';
const blockBytes = 2 ** 26;

interface SavedState {
  readonly layout: number;
  readonly segmentSlots: number;
  readonly memory: AllocatorState;
  readonly profiles: ProfileIndexState;
  readonly vacancies: VacancyIndexState;
}

/** How far taking over has come. */
export interface RestoredLists {
  readonly state: SavedState;
  /** The next byte to fill. */
  readonly at: number;
  readonly isWhole: boolean;
}

/** The memory as it is and what lies where. It is copied at once, so that it can be written while changes go on. */
export function savedLists(lists: KernelLists): Iterable<Section> {
  const { memory, profiles, vacancies, room, segmentSlots } = lists;
  profiles.coverPlaces();
  const [ofProfiles, ofVacancies] = [profiles.state(), vacancies.state()];
  room.release();
  const state: SavedState = {
    layout: layoutVersion,
    segmentSlots,
    memory: memory.state(),
    profiles: ofProfiles,
    vacancies: ofVacancies,
  };
  const head = { name: stateSection, bytes: jsonBytes(state) };
  const bytes = memory.u8.slice(firstFree, memory.size);
  room.move();
  return (function* () {
    yield head;
    for (let at = 0; at < bytes.byteLength; at += blockBytes)
      yield { name: memorySection, bytes: bytes.subarray(at, at + blockBytes) };
  })();
}

/** Takes a section over; what was saved in another shape is left alone. */
export function restoreLists(
  lists: KernelLists,
  { name, bytes }: Section,
  before: RestoredLists | undefined,
): RestoredLists | undefined {
  if (name === stateSection) {
    const state = JSON.parse(Buffer.from(bytes).toString()) as SavedState;
    if (state.layout !== layoutVersion || state.segmentSlots !== lists.segmentSlots) return undefined;
    lists.memory.restore(state.memory);
    return { state, at: firstFree, isWhole: false };
  }
  if (name !== memorySection || !before) return before;
  const { state, at } = before;
  const end = at + bytes.byteLength;
  if (end > state.memory.top)
    throw new SnapshotRefusedError(`it holds ${end} bytes of memory, not ${state.memory.top}`);
  lists.memory.u8.set(bytes, at);
  if (end < state.memory.top) return { state, at: end, isWhole: false };
  lists.profiles.restore(state.profiles);
  lists.vacancies.restore(state.vacancies);
  lists.room.move();
  return { state, at: end, isWhole: true };
}
