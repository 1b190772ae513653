/** How many times its usual length the random sequence runs: `RALLARE_PROPERTY_RUNS=10 npm test -- libs/engine`. */
export const propertyRuns = Number(process.env.RALLARE_PROPERTY_RUNS ?? 1);
