import {
  deskPreference,
  type AnswerOf,
  type DeskPreference,
  type deskApi,
  type InputOf,
  type Principal,
} from '#contracts';
import { notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { aliasOf } from '../candidates/candidate-view.js';
import { Candidates, told } from '../candidates/candidates.service.js';
import { Clock } from '../clock.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { ShortlistRepository } from '../shortlists/shortlist.repository.js';
import { decisionView, Shortlists } from '../shortlists/shortlists.service.js';
import { FiguresRepository } from './figures.repository.js';
import { NoteRepository, type NoteRow } from './note.repository.js';

type Api = typeof deskApi;

/** Figures, notes, the log and the preferences of those who decide about candidates. */
@Injectable()
export class Desk {
  constructor(
    private readonly shortlists: Shortlists,
    private readonly lists: ShortlistRepository,
    private readonly notes: NoteRepository,
    private readonly figures: FiguresRepository,
    private readonly projections: ProjectionRepository,
    private readonly candidates: Candidates,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async listFigures({ params, query, principal }: InputOf<Api['figures']>): Promise<AnswerOf<Api['figures']>> {
    if (!principal.employerIds.includes(params.employerId)) throw notFound();
    const views = [...(await this.projections.findMany('vacancy', query.vacancyId)).values()].filter(
      ({ employerId }) => employerId === params.employerId,
    );
    const figures = await this.figures.of(views.map(({ vacancyId }) => vacancyId));
    return {
      items: views.map((view) => {
        const { saved, ...rest } = figures.get(view.vacancyId)!;
        return { vacancyId: view.vacancyId, candidates: this.candidates.countOf(view), saved: told(saved), ...rest };
      }),
    };
  }

  async log({ params, query, principal }: InputOf<Api['log']>): Promise<AnswerOf<Api['log']>> {
    const { reader, list } = await this.reading(principal, params.shortlistId);
    const { total, items } = await this.lists.log(reader, query);
    return {
      total,
      items: items.map((row) => ({
        ...decisionView(row, principal),
        alias: aliasOf(row.profile_id, list.vacancy_id),
      })),
    };
  }

  async addNote({ params, body, principal }: InputOf<Api['addNote']>): Promise<AnswerOf<Api['addNote']>> {
    const { list } = await this.reading(principal, params.shortlistId);
    const row: NoteRow = {
      id: randomUUID(),
      profile_id: body.profileId,
      text: body.text.trim(),
      noted_by: body.by,
      subject: principal.subject,
      noted_at: this.clock.now(),
    };
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.lists.onList(manager, list.id, [body.profileId])).has(body.profileId)) throw notFound();
      await this.notes.insert(manager, list.id, row);
    });
    return noteView(row, principal);
  }

  async listNotes({ params, query, principal }: InputOf<Api['listNotes']>): Promise<AnswerOf<Api['listNotes']>> {
    const { reader } = await this.reading(principal, params.shortlistId);
    const { total, items } = await this.notes.page(reader, query.profileId ?? null, query.limit, query.offset);
    return { total, items: items.map((row) => noteView(row, principal)) };
  }

  async removeNote({ params, principal }: InputOf<Api['removeNote']>): Promise<void> {
    const { list } = await this.reading(principal, params.shortlistId);
    if (!(await this.notes.remove(list.id, params.noteId, principal.subject))) throw notFound();
  }

  /** What an earlier version stored and this one does not know falls back to what is usual. */
  async preference({ subject }: Principal): Promise<DeskPreference> {
    const rows: { preference: unknown }[] = await this.dataSource.query(
      `SELECT preference FROM desk_preference WHERE subject = $1`,
      [subject],
    );
    return deskPreference.safeParse(rows[0]?.preference).data ?? deskPreference.parse({});
  }

  async setPreference({ subject }: Principal, preference: DeskPreference): Promise<DeskPreference> {
    await this.dataSource.query(
      `INSERT INTO desk_preference (subject, preference) VALUES ($1, $2)
       ON CONFLICT (subject) DO UPDATE SET preference = excluded.preference`,
      [subject, JSON.stringify(preference)],
    );
    return preference;
  }

  private async reading(principal: Principal, shortlistId: string) {
    const list = await this.shortlists.own(principal, shortlistId);
    return { list, reader: { shortlistId, subject: principal.subject, independent: list.independent } };
  }
}

const noteView = ({ id, profile_id, text, noted_by, subject, noted_at }: NoteRow, asker: Principal) => ({
  id,
  profileId: profile_id,
  text,
  by: noted_by,
  mine: subject === asker.subject,
  at: noted_at.toISOString(),
});
