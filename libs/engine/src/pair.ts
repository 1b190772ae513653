import { answeredAsk, answeredChoice, pointsOf, type Answered } from './demands/answered.js';
import type { Check, EngineProfile } from './engine.types.js';
import { judgedChecks, matchFigures } from './figures.js';
import type { MatchFigures } from '#contracts';
import type { ModelContext } from './model-context.js';
import { profileForm, type ProfileForm } from './profile-form.js';
import type { VacancyForm } from './vacancy-form.js';
import { offer } from './wishes/offer-row.js';
import { judgePlace, placeCredit, type PackedPlace } from './wishes/place.js';
import { seekerCredits } from './wishes/seeker-points.js';
import { wish } from './wishes/wish-row.js';
import type { WantedTerm } from './wishes/wish-terms.js';

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
    const { earnings } = profile;
    this.answered = [
      ...vacancy.asks.map((ask) => answeredAsk(ask, earnings)),
      ...vacancy.choices.flatMap((choice) => answeredChoice(choice, earnings)),
    ];
    this.employerFit = vacancy.row[offer.base]! + pointsOf(this.answered);
    this.wanted = bestWanted(profile.wanted, new Set(vacancy.occupationKeys));
    const { model } = context;
    this.place = placeBetween(profile.row, profile.namedPlaces, vacancy, context);
    const given = {
      wanted: this.wanted?.value ?? 0,
      place: placeCredit(this.place),
      typeWanted: offersAny(vacancy.typeKeys, profile.wantedTypes),
      skillPoints: pointsOf(this.answered.filter(({ usesSkills }) => usesSkills)),
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

const offersAny = (offered: readonly string[], wished: readonly string[]): boolean =>
  wished.some((key) => offered.includes(key));

export function placeBetween(
  wishes: Int32Array,
  namedPlaces: readonly string[],
  vacancy: VacancyForm,
  { municipalities, place }: ModelContext,
): PackedPlace {
  const named = offersAny(vacancy.placeKeys, namedPlaces);
  return judgePlace(wishes, 0, vacancy.row, 0, vacancy.places, named, municipalities, place);
}

export const pairOf = (profile: EngineProfile, vacancy: VacancyForm, context: ModelContext): Pair =>
  new Pair(profileForm(profile, context), vacancy, context);

function bestWanted(terms: readonly WantedTerm[], offered: ReadonlySet<string>): WantedTerm | undefined {
  let best: WantedTerm | undefined;
  for (const term of terms) if (offered.has(term.key) && term.value > (best?.value ?? 0)) best = term;
  return best;
}
