import type { EngineDemand, EngineVacancy } from '../engine.types.js';
import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { readExtent } from './profile-record.js';
import type { RecordForm } from './record-form.js';
import type { Words } from './words.js';

/** The same of a vacancy. */
export class VacancyRecord implements RecordForm<EngineVacancy> {
  constructor(private readonly words: Words) {}

  idOf(vacancy: EngineVacancy): string {
    return vacancy.vacancyId;
  }

  write(vacancy: EngineVacancy, to: ByteWriter): void {
    const { words } = this;
    const { demands, extent, pay } = vacancy;
    to.flag(vacancy.rankable);
    to.text(vacancy.employerId);
    words.write(vacancy.occupationId, to);
    to.count(demands.length);
    for (const demand of demands) this.writeDemand(demand, to);
    words.writeAll(vacancy.municipalities, to);
    to.flag(vacancy.remote);
    words.write(vacancy.employmentTypeId, to);
    to.number(extent?.min);
    to.number(extent?.max);
    to.flag(pay ? true : null);
    if (pay) {
      to.number(pay.min);
      to.number(pay.max);
    }
    words.write(vacancy.deadline, to);
    words.write(vacancy.start, to);
  }

  read(vacancyId: string, from: ByteReader): EngineVacancy {
    const { words } = this;
    const rankable = from.flag()!;
    const employerId = from.text();
    const occupationId = words.read(from);
    const demands: EngineDemand[] = [];
    for (let left = from.count(); left > 0; left--) demands.push(this.readDemand(from));
    return {
      vacancyId,
      rankable,
      employerId,
      occupationId,
      demands,
      municipalities: words.readAll(from),
      remote: from.flag()!,
      employmentTypeId: words.read(from),
      extent: readExtent(from),
      pay: from.flag() === null ? null : { min: from.number(), max: from.number() },
      deadline: words.read(from),
      start: words.read(from),
    };
  }

  private writeDemand(demand: EngineDemand, to: ByteWriter): void {
    const { words } = this;
    to.text(demand.id);
    words.write(demand.kind, to);
    words.write(demand.conceptId, to);
    words.write(demand.necessity, to);
    to.number(demand.level);
    to.number(demand.years);
    to.number(demand.weight);
    words.write(demand.origin, to);
    words.writeSpan(demand.span, to);
    to.number(demand.either);
  }

  private readDemand(from: ByteReader): EngineDemand {
    const { words } = this;
    return {
      id: from.text(),
      kind: words.read(from) as EngineDemand['kind'],
      conceptId: words.read(from),
      necessity: words.read(from) as EngineDemand['necessity'],
      level: from.number(),
      years: from.number(),
      weight: from.number()!,
      origin: words.read(from) as EngineDemand['origin'],
      span: words.readSpan(from),
      either: from.number(),
    };
  }
}
