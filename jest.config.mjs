/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Machines are busy; what takes too long is a matter of the benches.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/tools/jest-setup.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/tools'],
  testRegex: '\\.(int-|e2e-)?spec\\.tsx?$',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }] },
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
