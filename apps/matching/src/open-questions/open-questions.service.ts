import type { AnswerOf, FactKind, InputOf, MatchFigures, OpenQuestion, ProfileMatchView, seekerApi } from '#contracts';
import type { EngineFact, EngineProfile } from '#engine';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { Ownership } from '../ownership/ownership.service.js';

type Api = typeof seekerApi;

/** A question, and the person as each of its answers would make them. */
interface Asked {
  readonly question: Omit<OpenQuestion, 'changes' | 'settles'>;
  readonly answers: readonly EngineProfile[];
}

const wholeList = 10_000;
const mostFacts = 12;
const questionsShown = 12;
const fullTime = { min: 100, max: 100 };
const anHour = 60;

/** What a person has not said, weighed by what saying it would change: each answer is applied, and the whole list computed again. */
@Injectable()
export class OpenQuestions {
  constructor(
    private readonly host: EngineHost,
    private readonly ownership: Ownership,
    private readonly clock: Clock,
  ) {}

  async list({ params, principal }: InputOf<Api['listOpenQuestions']>): Promise<AnswerOf<Api['listOpenQuestions']>> {
    const profile = await this.ownership.ownProfile(principal, params.profileId);
    const now = this.ranked(profile);
    const items = [...wishQuestions(profile), ...this.factQuestions(profile, now)]
      .map(({ question, answers }) => ({ ...question, ...this.effect(now, answers) }))
      .filter(({ changes }) => changes > 0)
      .sort((a, b) => b.changes - a.changes || b.settles - a.settles)
      .slice(0, questionsShown);
    return { profileRevision: profile.revision, items };
  }

  private effect(now: ReadonlyMap<string, MatchFigures>, answers: readonly EngineProfile[]) {
    const changed = new Set<string>();
    const settled = new Set<string>();
    for (const answer of answers) {
      const then = this.ranked(answer);
      for (const id of new Set([...now.keys(), ...then.keys()])) {
        const [before, after] = [now.get(id), then.get(id)];
        if (isSame(before, after)) continue;
        changed.add(id);
        if (after?.eligibility === 'met' && before?.eligibility !== 'met') settled.add(id);
      }
    }
    return { changes: changed.size, settles: settled.size };
  }

  private ranked(profile: EngineProfile): Map<string, MatchFigures> {
    const { items } = this.host.engine.rankVacancies(profile, {
      limit: wholeList,
      rankBy: 'both',
      today: this.clock.today(),
    });
    return new Map(items.map((item) => [item.vacancyId, item]));
  }

  /** What the matches' own open checks ask for, and facts that were read or inferred and not confirmed. */
  private factQuestions(profile: ProfileMatchView, now: ReadonlyMap<string, MatchFigures>): Asked[] {
    const wanted = new Map<string, { kind: FactKind; conceptId: string; level: number | null; times: number }>();
    for (const { checks } of now.values())
      for (const { reason, state, conceptId, level } of checks) {
        if (state !== 'unknown' || reason === 'reach' || conceptId === null) continue;
        const one = wanted.get(conceptId) ?? { kind: reason, conceptId, level, times: 0 };
        wanted.set(conceptId, { ...one, level: Math.max(one.level ?? 0, level ?? 0) || null, times: one.times + 1 });
      }
    const asked = [...wanted.values()]
      .sort((a, b) => b.times - a.times || (a.conceptId < b.conceptId ? -1 : 1))
      .slice(0, mostFacts)
      .map(({ kind, conceptId, level }) => {
        const known = profile.facts.find((fact) => fact.conceptId === conceptId && fact.kind === kind);
        return this.factQuestion(profile, { kind, conceptId, level, factId: known?.id ?? null });
      });
    const unconfirmed = profile.facts
      .filter(
        ({ origin, conceptId }) =>
          (origin === 'inferred' || origin === 'extracted') && conceptId !== null && !wanted.has(conceptId),
      )
      .slice(0, mostFacts)
      .map(({ kind, conceptId, level, id }) =>
        this.factQuestion(profile, { kind, conceptId: conceptId!, level, factId: id }),
      );
    return [...asked, ...unconfirmed];
  }

  private factQuestion(
    profile: ProfileMatchView,
    {
      kind,
      conceptId,
      level,
      factId,
    }: { kind: FactKind; conceptId: string; level: number | null; factId: string | null },
  ): Asked {
    const others = profile.facts.filter(({ id }) => id !== factId);
    const known = profile.facts.find(({ id }) => id === factId);
    const said = (origin: EngineFact['origin']): EngineProfile => ({
      ...profile,
      facts: [
        ...others,
        { id: factId ?? randomUUID(), kind, conceptId, level, years: known?.years ?? null, origin, span: null },
      ],
    });
    return {
      question: { about: 'fact', kind, conceptId, factId },
      answers: [said(known ? 'confirmed' : 'stated'), said('denied')],
    };
  }
}

function wishQuestions(profile: ProfileMatchView): Asked[] {
  const { wishes } = profile;
  const withWish = (over: Partial<typeof wishes>): EngineProfile => ({ ...profile, wishes: { ...wishes, ...over } });
  const asked: [isOpen: boolean, about: OpenQuestion['about'], answers: EngineProfile[]][] = [
    [
      wishes.willingToMove === null,
      'willingToMove',
      [withWish({ willingToMove: true }), withWish({ willingToMove: false })],
    ],
    [wishes.reachMinutes === null && wishes.reachKm === null, 'reach', [withWish({ reachMinutes: anHour })]],
    [!wishes.remote, 'remote', [withWish({ remote: true })]],
    [wishes.extent === null, 'extent', [withWish({ extent: fullTime })]],
  ];
  return asked
    .filter(([isOpen]) => isOpen)
    .map(([, about, answers]) => ({ question: { about, kind: null, conceptId: null, factId: null }, answers }));
}

const isSame = (before: MatchFigures | undefined, after: MatchFigures | undefined): boolean =>
  before?.employerFit === after?.employerFit &&
  before?.seekerFit === after?.seekerFit &&
  before?.eligibility === after?.eligibility;
