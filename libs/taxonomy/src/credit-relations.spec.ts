import fc from 'fast-check';
import { ConceptGraph } from './concept-graph.js';
import type { Concept, CreditRelation } from './concept.js';
import { CreditRelations, creditRelationOrder } from './credit-relations.js';
import type { ExactMatch, Substitution } from './snapshot.js';

function concept(id: string, kind: Concept['kind'], broader: readonly string[] = []): Concept {
  return { id, kind, label: { sv: id, en: id }, alternatives: { sv: [], en: [] }, code: null, broader };
}

function credits(concepts: Concept[], matches: ExactMatch[] = [], substitutions: Substitution[] = []): CreditRelations {
  return new CreditRelations(new ConceptGraph(concepts), matches, substitutions);
}

describe('credit relations', () => {
  it('of a skill: itself, broader, narrower, siblings', () => {
    const of = credits([
      concept('metal', 'skill'),
      concept('welding', 'skill', ['metal']),
      concept('tig', 'skill', ['welding']),
      concept('mig', 'skill', ['welding']),
      concept('tig-pipe', 'skill', ['tig']),
    ]);
    expect(of.of('tig')).toEqual([
      { conceptId: 'tig', relation: 'same' },
      { conceptId: 'welding', relation: 'narrower' },
      { conceptId: 'metal', relation: 'narrower' },
      { conceptId: 'tig-pipe', relation: 'broader' },
      { conceptId: 'mig', relation: 'sibling' },
    ]);
  });

  it('of an occupation: substitutes, its group, others of the group', () => {
    const occupations = [
      concept('field', 'occupation-field'),
      concept('group', 'occupation-group', ['field']),
      concept('a', 'occupation', ['group']),
      concept('b', 'occupation', ['group']),
      concept('c', 'occupation', ['group']),
      concept('d', 'occupation'),
    ];
    const of = credits(
      occupations,
      [],
      [
        { from: 'a', to: 'b', percentage: 75 },
        { from: 'a', to: 'd', percentage: 25 },
      ],
    );
    expect(of.of('a')).toEqual([
      { conceptId: 'a', relation: 'same' },
      { conceptId: 'group', relation: 'narrower' },
      { conceptId: 'field', relation: 'narrower' },
      { conceptId: 'b', relation: 'substitute-75' },
      { conceptId: 'c', relation: 'same-group' },
      { conceptId: 'd', relation: 'substitute-25' },
    ]);
    expect(of.of('b').map((credit) => credit.relation)).not.toContain('substitute-75');
  });

  it('of a driving licence: what it includes, never what it lacks', () => {
    const of = credits([
      concept('B', 'driving-licence'),
      concept('C', 'driving-licence', ['B']),
      concept('D', 'driving-licence', ['B']),
    ]);
    expect(of.of('C').map((credit) => credit.conceptId)).toEqual(['C', 'B']);
    expect(of.of('B').map((credit) => credit.conceptId)).toEqual(['B']);
  });

  it('knows nothing of a concept that is not there', () => {
    expect(credits([]).of('gone')).toEqual([]);
  });

  const acyclic = fc
    .integer({ min: 2, max: 14 })
    .chain((size) =>
      fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: size * 2 }).map((edges) => ({ size, edges })),
    )
    .map(({ size, edges }) =>
      Array.from({ length: size }, (_, index) => {
        const broader = edges
          .filter(([a, b]) => Math.max(a, b) === index && a !== b)
          .map(([a, b]) => `s${Math.min(a, b)}`);
        return concept(`s${index}`, 'skill', [...new Set(broader)]);
      }),
    );
  const mirror: Partial<Record<CreditRelation, CreditRelation>> = {
    same: 'same',
    'exact-match': 'exact-match',
    narrower: 'broader',
    broader: 'narrower',
    sibling: 'sibling',
  };

  it('mirrors: narrower one way is broader the other, and each concept is credited once', () => {
    const matches = fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 3 });
    fc.assert(
      fc.property(acyclic, matches, (concepts, pairs) => {
        const exact = pairs
          .filter(([a, b]) => a !== b && a < concepts.length && b < concepts.length)
          .map(([a, b]) => ({ from: `s${a}`, to: `s${b}` }));
        const of = credits(concepts, exact);
        for (const { id } of concepts) {
          const given = of.of(id);
          expect(new Set(given.map((credit) => credit.conceptId)).size).toBe(given.length);
          expect(given[0]).toEqual({ conceptId: id, relation: 'same' });
          const order = given.map((credit) => creditRelationOrder.indexOf(credit.relation));
          expect(order).toEqual([...order].sort((a, b) => a - b));
          for (const { conceptId, relation } of given) {
            expect(of.of(conceptId)).toContainEqual({ conceptId: id, relation: mirror[relation] });
          }
        }
      }),
    );
  });
});
