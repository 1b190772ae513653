import type { EngineFact, EngineProfile } from '../engine.types.js';
import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import type { RecordForm } from './record-form.js';
import type { Words } from './words.js';

/** Exactly the fields that matching may know: whatever else an object carries is not kept. */
export class ProfileRecord implements RecordForm<EngineProfile> {
  constructor(private readonly words: Words) {}

  idOf(profile: EngineProfile): string {
    return profile.profileId;
  }

  write({ rankable, homeMunicipality, facts, wishes }: EngineProfile, to: ByteWriter): void {
    const { words } = this;
    to.flag(rankable);
    words.write(homeMunicipality, to);
    to.count(facts.length);
    for (const fact of facts) this.writeFact(fact, to);
    words.writeAll(wishes.occupations, to);
    words.writeAll(wishes.municipalities, to);
    words.writeAll(wishes.counties, to);
    to.number(wishes.reachMinutes);
    to.number(wishes.reachKm);
    to.flag(wishes.willingToMove);
    to.flag(wishes.remote);
    words.writeAll(wishes.employmentTypes, to);
    to.number(wishes.extent?.min);
    to.number(wishes.extent?.max);
    words.write(wishes.earliestStart, to);
    to.number(wishes.payFloor);
  }

  read(profileId: string, from: ByteReader): EngineProfile {
    const { words } = this;
    const rankable = from.flag()!;
    const homeMunicipality = words.read(from);
    const facts: EngineFact[] = [];
    for (let left = from.count(); left > 0; left--) facts.push(this.readFact(from));
    const wishes = {
      occupations: words.readAll(from),
      municipalities: words.readAll(from),
      counties: words.readAll(from),
      reachMinutes: from.number(),
      reachKm: from.number(),
      willingToMove: from.flag(),
      remote: from.flag()!,
      employmentTypes: words.readAll(from),
      extent: readExtent(from),
      earliestStart: words.read(from),
      payFloor: from.number(),
    };
    return { profileId, rankable, homeMunicipality, facts, wishes };
  }

  private writeFact({ id, kind, conceptId, level, years, origin, span }: EngineFact, to: ByteWriter): void {
    to.text(id);
    this.words.write(kind, to);
    this.words.write(conceptId, to);
    to.number(level);
    to.number(years);
    this.words.write(origin, to);
    this.words.writeSpan(span, to);
  }

  private readFact(from: ByteReader): EngineFact {
    const { words } = this;
    return {
      id: from.text(),
      kind: words.read(from) as EngineFact['kind'],
      conceptId: words.read(from),
      level: from.number(),
      years: from.number(),
      origin: words.read(from) as EngineFact['origin'],
      span: words.readSpan(from),
    };
  }
}

export function readExtent(from: ByteReader): { min: number; max: number } | null {
  const min = from.number();
  const max = from.number();
  return min === null || max === null ? null : { min, max };
}
