import { matchingApi, type AnswerOf, type deskApi, type InputOf, type Principal } from '#contracts';
import { Outbox } from '#messaging';
import { invalidInput, KeptAnswers, notFound, type PackedAnswer } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Candidates } from '../candidates/candidates.service.js';
import { Clock } from '../clock.js';
import { Ownership } from '../ownership/ownership.service.js';
import {
  ShortlistRepository,
  type DecisionRow,
  type ItemRow,
  type ShortlistRow,
  type Stage,
  type StandingRow,
} from './shortlist.repository.js';

export const decisionView = (
  { id, profile_id, stage, reason, decided_by, subject, decided_at, undone_at }: DecisionRow,
  asker: Principal,
) => ({
  id,
  profileId: profile_id,
  stage: stage as Exclude<Stage, 'new'>,
  reason,
  by: decided_by,
  mine: subject === asker.subject,
  at: decided_at.toISOString(),
  undoneAt: undone_at?.toISOString() ?? null,
});

/** Shortlists: frozen when they are made, decided about by people, with a reason and undo. Nothing here decides by itself. */
@Injectable()
export class Shortlists {
  constructor(
    private readonly repository: ShortlistRepository,
    private readonly candidates: Candidates,
    private readonly ownership: Ownership,
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly kept: KeptAnswers,
    private readonly clock: Clock,
  ) {}

  async create({ params, body, principal }: InputOf<typeof matchingApi.createShortlist>): Promise<PackedAnswer> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const { items, versions } = await this.candidates.best(vacancy, body.size, body.rankBy);
    const id = randomUUID();
    await this.dataSource.transaction(async (manager) => {
      const frozen = await this.repository.insert(manager, {
        id,
        vacancyId: vacancy.vacancyId,
        employerId: vacancy.employerId,
        rankBy: body.rankBy,
        independent: body.independent,
        vacancy,
        versions,
        at: this.clock.now(),
        items,
      });
      const { employerId, vacancyId } = vacancy;
      await this.outbox.addAll(
        manager,
        frozen.map((profileId) => ({
          name: 'candidate.shown.v1',
          payload: { profileId, employerId, vacancyId, viewId: id, purpose: 'shortlist' },
        })),
      );
    });
    return this.get({ params: { shortlistId: id }, principal, query: undefined, body: undefined });
  }

  async list({
    params,
    query,
    principal,
  }: InputOf<typeof matchingApi.listShortlists>): Promise<AnswerOf<typeof matchingApi.listShortlists>> {
    await this.ownership.ownVacancy(principal, params.vacancyId);
    const { total, items } = await this.repository.page(params.vacancyId, principal.subject, query.limit, query.offset);
    return {
      total,
      items: items.map(({ id, created_at, rank_by, size, undecided, independent }) => ({
        id,
        createdAt: created_at.toISOString(),
        rankBy: rank_by,
        size,
        undecided,
        independent,
      })),
    };
  }

  async get({ params, principal }: InputOf<typeof matchingApi.getShortlist>): Promise<PackedAnswer> {
    return this.view(await this.own(principal, params.shortlistId), principal);
  }

  async decide({
    params,
    body,
    principal,
  }: InputOf<typeof matchingApi.decide>): Promise<AnswerOf<typeof matchingApi.decide>> {
    const list = await this.own(principal, params.shortlistId);
    const { stage, reason, by } = body;
    const at = this.clock.now();
    const made = await this.dataSource.transaction(async (manager) => {
      const onList = await this.repository.onList(manager, list.id, body.profileIds);
      const strangers = body.profileIds.flatMap((profileId, index) =>
        onList.has(profileId) ? [] : [{ pointer: `/profileIds/${index}`, detail: 'not on this list' }],
      );
      if (strangers.length > 0) throw invalidInput(strangers);
      const decisions: DecisionRow[] = [];
      for (const profileId of new Set(body.profileIds)) {
        const id = randomUUID();
        await this.repository.insertDecision(manager, {
          id,
          shortlistId: list.id,
          profileId,
          stage,
          reason,
          by,
          subject: principal.subject,
          at,
        });
        await this.tell(manager, list, { id, profile_id: profileId }, false);
        decisions.push({
          id,
          profile_id: profileId,
          stage,
          reason,
          decided_by: by,
          subject: principal.subject,
          decided_at: at,
          undone_at: null,
        });
      }
      return decisions;
    });
    return { decisions: made.map((row) => decisionView(row, principal)) };
  }

  async undo({
    params,
    principal,
  }: InputOf<typeof matchingApi.undoDecision>): Promise<AnswerOf<typeof matchingApi.undoDecision>> {
    const list = await this.own(principal, params.shortlistId);
    const [undone] = await this.undoAll(list, [params.decisionId]);
    return decisionView(undone!, principal);
  }

  async undoSeveral({
    params,
    body,
    principal,
  }: InputOf<typeof deskApi.undoDecisions>): Promise<AnswerOf<typeof deskApi.undoDecisions>> {
    const list = await this.own(principal, params.shortlistId);
    const undone = await this.undoAll(list, [...new Set(body.decisionIds)].sort());
    return { decisions: undone.map((row) => decisionView(row, principal)) };
  }

  /** @throws DomainError `not-found` unless the asker acts for the list's employer. */
  async own(principal: Principal, id: string): Promise<ShortlistRow> {
    const list = await this.repository.find(id);
    if (!list || !principal.employerIds.includes(list.employer_id)) throw notFound();
    return list;
  }

  /** All or none: one that is not of this list, or was undone before, is not found. */
  private undoAll(list: ShortlistRow, ids: readonly string[]): Promise<DecisionRow[]> {
    return this.dataSource.transaction(async (manager) => {
      const undone: DecisionRow[] = [];
      for (const id of ids) {
        const row = await this.repository.undo(manager, list.id, id, this.clock.now());
        if (!row) throw notFound();
        await this.tell(manager, list, row, true);
        undone.push(row);
      }
      return undone;
    });
  }

  private tell(
    manager: Parameters<Outbox['add']>[0],
    list: ShortlistRow,
    { id, profile_id }: Pick<DecisionRow, 'id' | 'profile_id'>,
    undone: boolean,
  ): Promise<void> {
    return this.outbox.add(manager, 'shortlist.decided.v1', {
      decisionId: id,
      profileId: profile_id,
      vacancyId: list.vacancy_id,
      employerId: list.employer_id,
      undone,
    });
  }

  /** What was frozen is the same for years: it is read, and packed, where something about it is new to this process. */
  private async view(list: ShortlistRow, principal: Principal): Promise<PackedAnswer> {
    const reader = { shortlistId: list.id, subject: principal.subject, independent: list.independent };
    const [standing, decisions] = await Promise.all([
      this.repository.standing(reader),
      this.repository.decisions(reader),
    ]);
    return this.kept.of(matchingApi.getShortlist, [list, principal.subject, standing, decisions], async () => {
      const items = await this.repository.items(list.id);
      return listView(list, principal, items, standing, decisions);
    });
  }
}

function listView(
  list: ShortlistRow,
  principal: Principal,
  items: readonly ItemRow[],
  standing: readonly StandingRow[],
  decisions: readonly DecisionRow[],
): AnswerOf<typeof matchingApi.getShortlist> {
  const since = new Map(standing.map((row) => [row.profile_id, row]));
  const stages = new Map<string, Stage>();
  for (const { profile_id, stage, undone_at } of decisions) if (!undone_at) stages.set(profile_id, stage);
  return {
    id: list.id,
    vacancyId: list.vacancy_id,
    rankBy: list.rank_by,
    createdAt: list.created_at.toISOString(),
    independent: list.independent,
    items: items.map(({ profile_id, rank, match }) => ({
      ...match,
      rank,
      stage: stages.get(profile_id) ?? 'new',
      notes: since.get(profile_id)?.notes ?? 0,
      applicationState: since.get(profile_id)?.application_state ?? null,
    })),
    decisions: decisions.map((row) => decisionView(row, principal)),
  };
}
