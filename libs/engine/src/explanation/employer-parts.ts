import type { ExplanationPart } from '#contracts';
import type { EngineDemand } from '../engine.types.js';
import type { Earning } from '../facts/earnings.js';
import type { Answered, Pair } from '../pair.js';
import { blankPart } from './blank-part.js';

const wholeFit = 1_000_000;

/** One part for each demand, for the occupation, and for each demand's years. They sum exactly to the employer's fit. */
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
  const sum = (value: (one: Answered) => number) => answers.reduce((total, one) => total + value(one), 0);
  const strongest = answers.reduce<Answered | undefined>(
    (best, one) => (one.points > (best?.points ?? 0) ? one : best),
    undefined,
  );
  const byLevel = strongest?.ask.facet === 'education-level';
  return {
    ...blankPart(
      'demand',
      sum(({ points }) => points),
      sum(({ ask }) => 100 * ask.share),
    ),
    ...fromDemand(demand),
    ...fromEarning(strongest?.earning),
    ground: answers.length === 0 ? 'no-concept' : byLevel ? 'education-level' : null,
  };
}

function otherPart({ ask, earning, points }: Answered): ExplanationPart {
  return {
    ...blankPart(ask.part, points, 100 * ask.share),
    ...(ask.demand ? fromDemand(ask.demand) : { kind: ask.kind }),
    conceptId: ask.conceptId,
    ...fromEarning(points > 0 ? earning : undefined),
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
