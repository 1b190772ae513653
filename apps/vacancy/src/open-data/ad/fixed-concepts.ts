import type { AdConcept } from '#contracts';

/** Concepts of JobTech's that Rallare has no taxonomy kind for, with their older ids. */
const fixed = {
  worktime: [
    ['6YE1_gAC_R2G', 'Heltid', '1'],
    ['947z_JGS_Uk2', 'Deltid', '2'],
    ['hGCt_6Ni_XPz', 'Heltid/Deltid', '3'],
  ],
  duration: [
    ['a7uU_j21_mkL', 'Tills vidare', '1'],
    ['qQUd_4qe_NDT', '6 månader eller längre', '2'],
    ['Xj7x_7yZ_jEn', '3 månader – upp till 6 månader', '3'],
    ['Sy9J_aRd_ALx', '11 dagar – upp till 3 månader', '7'],
    ['cAQ8_TpB_Tdv', 'Upp till 10 dagar', '8'],
  ],
  salary: [
    ['oG8G_9cW_nRf', 'Fast månads- vecko- eller timlön', '1'],
    ['asrX_9Df_ukn', 'Fast och rörlig lön', '7'],
    ['vVtj_qm6_GQu', 'Rörlig ackords- eller provisionslön', '8'],
  ],
} as const;

export type FixedKind = keyof typeof fixed;

/** Other words for the same. */
const durations: readonly (readonly [RegExp, string])[] = [
  [/tills?\s?vidare|until further notice|permanent/i, 'a7uU_j21_mkL'],
  [/6 mån\w* eller längre|6 months or longer/i, 'qQUd_4qe_NDT'],
  [/3\s*(mån\w*)?\s*[-–]\s*(upp till )?6 mån/i, 'Xj7x_7yZ_jEn'],
  [/11 dagar/i, 'Sy9J_aRd_ALx'],
  [/(max|upp till) 10 dagar/i, 'cAQ8_TpB_Tdv'],
];

export const fullTime = '6YE1_gAC_R2G';
export const partTime = '947z_JGS_Uk2';

/** By id, older id or label. */
export function fixedConcept(kind: FixedKind, reference: string): AdConcept | null {
  const found = fixed[kind].find((names) => (names as readonly string[]).some((name) => name === reference));
  return found ? { concept_id: found[0], label: found[1], legacy_ams_taxonomy_id: found[2] } : null;
}

/** A duration in somebody's own words. */
export function durationConcept(words: string): AdConcept | null {
  const meant = durations.find(([pattern]) => pattern.test(words));
  return fixedConcept('duration', meant?.[1] ?? words);
}
