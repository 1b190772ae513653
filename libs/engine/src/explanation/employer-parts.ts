import type { ExplanationPart } from '#contracts';
import { pointsOf, type Answered } from '../demands/answered.js';
import type { EngineDemand } from '../engine.types.js';
import type { Earning } from '../facts/earnings.js';
import type { Pair } from '../pair.js';
import { blankPart } from './blank-part.js';

const wholeFit = 1_000_000;
/** Ground of what another demand answers for. */
const alternative = 'alternative';

/** One part for each demand, for the occupation, and for each demand's years. Of alternatives the best one has the points. They sum exactly to the employer's fit. */
export function employerParts(pair: Pair): ExplanationPart[] {
  const { answered, vacancy } = pair;
  const ofDemand = (demand: EngineDemand) =>
    demandPart(
      demand,
      answered.filter(({ ask }) => ask.part === 'demand' && ask.demand === demand),
    );
  const parts = vacancy.demands.map(ofDemand);
  for (const one of answered) if (one.ask.part !== 'demand') parts.push(otherPart(one));
  if (answered.length === 0)
    parts.push({ ...blankPart('demand', pair.employerFit, wholeFit), ground: 'nothing-asked' });
  return parts;
}

function demandPart(demand: EngineDemand, answers: readonly Answered[]): ExplanationPart {
  const strongest = answers.reduce<Answered | undefined>(
    (best, one) => (one.points > (best?.points ?? 0) ? one : best),
    undefined,
  );
  const standsBack = answers.some((one) => one.standsBack);
  const byLevel = strongest?.ask.facet === 'education-level';
  return {
    ...blankPart(
      'demand',
      pointsOf(answers),
      answers.reduce((sum, { of }) => sum + of, 0),
    ),
    ...fromDemand(demand),
    ...fromEarning(strongest?.earning),
    ground: answers.length === 0 ? 'no-concept' : standsBack ? alternative : byLevel ? 'education-level' : null,
  };
}

function otherPart({ ask, earning, points, of, standsBack }: Answered): ExplanationPart {
  return {
    ...blankPart(ask.part, points, of),
    ...(ask.demand ? fromDemand(ask.demand) : { kind: ask.kind }),
    conceptId: ask.conceptId,
    ...fromEarning(points > 0 ? earning : undefined),
    ground: standsBack ? alternative : null,
  };
}

const fromDemand = (demand: EngineDemand) => ({
  demandId: demand.id,
  kind: demand.kind,
  necessity: demand.necessity,
  conceptId: demand.conceptId,
  vacancySpan: demand.span,
});

const fromEarning = (earning: Earning | undefined) =>
  earning && {
    factId: earning.fact.id,
    factConceptId: earning.fact.conceptId,
    factOrigin: earning.fact.origin,
    relation: earning.relation,
    profileSpan: earning.fact.span,
  };
