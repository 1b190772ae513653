// Invented people as matching projects them, made from a seed: concepts by Zipf's law, as in ads and CVs.
import { randomUUID } from 'node:crypto';

/** mulberry32: the same seed gives the same people. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ranks 0 to n - 1, each with the odds 1 / (rank + 1). */
export function zipf(n, random) {
  const sums = new Float64Array(n);
  for (let rank = 0, sum = 0; rank < n; rank += 1) sums[rank] = sum += 1 / (rank + 1);
  return () => {
    const wanted = random() * sums[n - 1];
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/**
 * @param {import('../../../dist/libs/taxonomy/src/index.js').Taxonomy} taxonomy
 * @returns {() => object} makes the next person, in the shape of `ProfileMatchView`
 */
export function seededPeople(taxonomy, seed) {
  const random = seededRandom(seed);
  const ids = (kind) => taxonomy.ofKind(kind).map(({ id }) => id);
  const [occupations, skills, licences] = ['occupation', 'skill', 'driving-licence'].map(ids);
  const municipalities = taxonomy.municipalities.filter(({ countyCode }) => ['24', '25'].includes(countyCode));
  const [occupation, skill] = [zipf(occupations.length, random), zipf(skills.length, random)];
  const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
  const fact = (kind, conceptId, level = null, years = null) => ({
    id: randomUUID(),
    kind,
    conceptId,
    words: null,
    level,
    years,
    origin: random() < 0.9 ? 'stated' : 'extracted',
    span: null,
  });
  return () => {
    const held = new Set(Array.from({ length: whole(1, 3) }, () => occupations[occupation()]));
    const usual = [...held].flatMap((id) => taxonomy.usualSkills(id)).filter(() => random() < 0.5);
    const known = new Set([...usual, ...Array.from({ length: whole(3, 12) }, () => skills[skill()])]);
    return {
      profileId: randomUUID(),
      revision: 1,
      rankable: true,
      homeMunicipality: municipalities[whole(0, municipalities.length - 1)].code,
      homeCountry: 'SE',
      facts: [
        ...[...held].map((id) => fact('occupation', id, null, whole(0, 20))),
        ...[...known].map((id) => fact('skill', id, whole(1, 5), whole(0, 10))),
        ...(random() < 0.7 ? [fact('driving-licence', licences[whole(0, licences.length - 1)])] : []),
      ],
      wishes: {
        occupations: random() < 0.5 ? [[...held][0]] : [],
        municipalities: [],
        counties: random() < 0.3 ? ['25'] : [],
        reachMinutes: random() < 0.6 ? whole(15, 90) : null,
        reachKm: null,
        willingToMove: random() < 0.3 ? true : null,
        remote: random() < 0.2,
        employmentTypes: [],
        extent: random() < 0.4 ? { min: 75, max: 100 } : null,
        earliestStart: null,
        payFloor: random() < 0.3 ? whole(26, 45) * 1000 : null,
      },
      householdId: null,
      demo: true,
    };
  };
}
