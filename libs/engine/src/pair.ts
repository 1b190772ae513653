import type { Ask } from './demands/ask.js';
import type { Check, EngineProfile } from './engine.types.js';
import type { Earning } from './facts/earnings.js';
import { factKey } from './facts/held-facts.js';
import { answer } from './model/answer.js';
import { judgedChecks, matchFigures } from './figures.js';
import type { MatchFigures } from '#contracts';
import type { ModelContext } from './model-context.js';
import { profileForm, type ProfileForm } from './profile-form.js';
import { isSkillAsk, type VacancyForm } from './vacancy-form.js';
import { offer } from './wishes/offer-row.js';
import { judgePlace, placeCredit, type PackedPlace } from './wishes/place.js';
import { seekerCredits } from './wishes/seeker-points.js';
import { wish } from './wishes/wish-row.js';
import type { WantedTerm } from './wishes/wish-terms.js';

/** What one ask earned. */
export interface Answered {
  readonly ask: Ask;
  readonly earning: Earning | undefined;
  readonly points: number;
}

/** One profile against one vacancy, with everything that an explanation names. */
export class Pair {
  readonly answered: readonly Answered[];
  readonly employerFit: number;
  readonly wanted: WantedTerm | undefined;
  readonly place: PackedPlace;
  /** In the order of `seekerParts`. */
  readonly credits: readonly number[];
  readonly seekerFit: number;
  readonly checks: Check[];

  constructor(
    readonly profile: ProfileForm,
    readonly vacancy: VacancyForm,
    context: ModelContext,
  ) {
    this.answered = vacancy.asks.map((ask) => {
      const earning = earningFor(ask, profile);
      return { ask, earning, points: ask.share * answer(earning?.credit ?? 0, ask.need) };
    });
    const pointsOf = (some: readonly Answered[]) => some.reduce((sum, { points }) => sum + points, 0);
    this.employerFit = vacancy.row[offer.base]! + pointsOf(this.answered);
    this.wanted = bestWanted(profile.wanted, new Set(vacancy.occupationKeys));
    const offersAny = (offered: readonly string[], wished: readonly string[]) =>
      wished.some((key) => offered.includes(key));
    const named = offersAny(vacancy.placeKeys, profile.namedPlaces);
    const { municipalities, model } = context;
    this.place = judgePlace(profile.row, 0, vacancy.row, 0, vacancy.places, named, municipalities, context.place);
    const given = {
      wanted: this.wanted?.value ?? 0,
      place: placeCredit(this.place),
      typeWanted: offersAny(vacancy.typeKeys, profile.wantedTypes),
      skillPoints: pointsOf(this.answered.filter(({ ask }) => isSkillAsk(ask))),
    };
    this.credits = seekerCredits(profile.row, 0, vacancy.row, 0, given, model);
    this.seekerFit = this.credits.reduce(
      (sum, credit, part) => sum + credit * profile.row[wish.wantedShare + part]!,
      profile.row[wish.base]!,
    );
    this.checks = judgedChecks(vacancy.checks, profile.knowledge, this.place);
  }

  get figures(): MatchFigures {
    const { profileId } = this.profile.profile;
    return matchFigures(profileId, this.vacancy.vacancy.vacancyId, this.employerFit, this.seekerFit, this.checks);
  }
}

export const pairOf = (profile: EngineProfile, vacancy: VacancyForm, context: ModelContext): Pair =>
  new Pair(profileForm(profile, context), vacancy, context);

function earningFor({ facet, kind, conceptId }: Ask, { earnings }: ProfileForm): Earning | undefined {
  if (conceptId === null) return earnings.educationLevel;
  return facet === 'years' ? earnings.years.get(factKey(kind, conceptId)) : earnings.concept(kind, conceptId);
}

function bestWanted(terms: readonly WantedTerm[], offered: ReadonlySet<string>): WantedTerm | undefined {
  let best: WantedTerm | undefined;
  for (const term of terms) if (offered.has(term.key) && term.value > (best?.value ?? 0)) best = term;
  return best;
}
