import { knockOuts } from '../demands/knock-out-check.js';
import type { EngineProfile, KnockOut } from '../engine.types.js';
import type { ModelContext } from '../model-context.js';
import type { FoundItem, FoundList, ListQuestion } from '../ranking/list-index.js';
import type { VacancyForm } from '../vacancy-form.js';
import { idRoom, writeId } from './id-bytes.js';
import { Mode, Q } from './layout.js';
import { ProfileQuestion } from './profile-question.js';
import type { ProfileSegments } from './profile-segments.js';
import type { QuestionRoom } from './question-room.js';
import type { Segment } from './segment.js';
import { VacancyQuestion } from './vacancy-question.js';
import type { VacancySegments } from './vacancy-segments.js';

const modes = { employer: Mode.employer, seeker: Mode.seeker, both: Mode.both } as const;
const modeOf = ({ k, rankBy }: ListQuestion): Mode => (k === 0 ? Mode.count : modes[rankBy]);

/** Writes whole questions into a room, and reads the answers there. */
export class ListAsker {
  private readonly ofProfiles: ProfileQuestion;
  private readonly ofVacancies: VacancyQuestion;

  constructor(
    private readonly profiles: ProfileSegments,
    private readonly vacancies: VacancySegments,
    context: ModelContext,
    readonly room: QuestionRoom,
  ) {
    this.ofProfiles = new ProfileQuestion(profiles, context, room);
    this.ofVacancies = new VacancyQuestion(vacancies, context, room);
  }

  /** Answers the segments that the question is about. */
  askProfiles(vacancy: VacancyForm, question: ListQuestion): readonly Segment[] {
    this.profiles.coverPlaces();
    this.room.begin();
    this.ofProfiles.writeFilter(question.filter);
    this.ofProfiles.writeChecks(vacancy, question.ignoring);
    this.ofProfiles.write(vacancy, modeOf(question));
    return this.finish(this.profiles.index.segments, question);
  }

  askVacancies(profile: EngineProfile, question: ListQuestion): readonly Segment[] {
    this.room.begin();
    this.ofVacancies.writeFilter(question.filter, question.today);
    const found = this.profiles.expansion.of(profile);
    this.ofVacancies.writeChecks(found, question.ignoring);
    this.ofVacancies.write(profile, found, modeOf(question));
    return this.finish(this.vacancies.index.segments, question);
  }

  /** Both fits of what was found, or will be: at most `most`. */
  askFitsOfProfiles(vacancy: VacancyForm, segments: readonly Segment[], most: number): void {
    this.room.begin();
    this.ofProfiles.write(vacancy, Mode.both);
    this.room.finish(segments, Mode.both, most);
  }

  askFitsOfVacancies(profile: EngineProfile, segments: readonly Segment[], most: number): void {
    this.room.begin();
    this.ofVacancies.write(profile, this.profiles.expansion.of(profile), Mode.both);
    this.room.finish(segments, Mode.both, most);
  }

  counts(): Pick<FoundList, 'total' | 'removed'> {
    const { room } = this;
    const removed = Object.fromEntries(knockOuts.map((reason, at) => [reason, room.get(Q.removed + at)]));
    return { total: room.get(Q.total), removed: removed as Record<KnockOut, number> };
  }

  /** Results become objects only here. */
  items(segments: readonly Segment[]): FoundItem[] {
    const { room } = this;
    return Array.from({ length: room.get(Q.found) }, (_, at) => {
      const { segment, slot, employerFit, seekerFit } = room.foundAt(at);
      return { id: segments[segment]!.idOf(slot), employerFit, seekerFit };
    });
  }

  private finish(all: readonly Segment[], question: ListQuestion): readonly Segment[] {
    const { room } = this;
    const segments = all.filter((segment) => segment.living > 0);
    let slots = 0;
    for (const segment of segments) slots += segment.slots;
    room.finish(segments, modeOf(question), Math.min(question.k, slots));
    const { after } = question;
    if (after === null) return segments;
    const bytes = room.bytes(Q.afterId, idRoom(after.id));
    const length = writeId(after.id, bytes, 2);
    bytes[0] = length & 255;
    bytes[1] = length >> 8;
    room.set(Q.hasAfter, 1);
    room.set(Q.afterScore, after.score % 2 ** 32);
    room.set(Q.afterScore + 1, Math.floor(after.score / 2 ** 32));
    return segments;
  }
}
