import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayBeRead, readerValues, type Reader } from '../shortlists/reader.js';

export interface NoteRow {
  id: string;
  profile_id: string;
  text: string;
  noted_by: string;
  subject: string;
  noted_at: Date;
}

/** Notes about candidates on a shortlist. */
@Injectable()
export class NoteRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, shortlistId: string, row: NoteRow): Promise<void> {
    await manager.query(
      `INSERT INTO note (id, shortlist_id, profile_id, text, noted_by, subject, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, shortlistId, row.profile_id, row.text, row.noted_by, row.subject, row.noted_at],
    );
  }

  async remove(shortlistId: string, id: string, subject: string): Promise<boolean> {
    const [, removed]: [unknown, number] = await this.dataSource.query(
      `DELETE FROM note WHERE shortlist_id = $1 AND id = $2 AND subject = $3`,
      [shortlistId, id, subject],
    );
    return removed > 0;
  }

  async page(reader: Reader, profileId: string | null, limit: number, offset: number) {
    const condition = `${mayBeRead('note')} AND ($4::uuid IS NULL OR note.profile_id = $4)`;
    const values = [...readerValues(reader), profileId];
    const items: NoteRow[] = await this.dataSource.query(
      `SELECT * FROM note WHERE ${condition} ORDER BY noted_at DESC, id LIMIT $5 OFFSET $6`,
      [...values, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM note WHERE ${condition}`,
      values,
    );
    return { total: count!.total, items };
  }
}
