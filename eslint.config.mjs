import tseslint from 'typescript-eslint';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment in src/config.ts of the app, through its zod schema.',
};

export default tseslint.config(
  { ignores: ['dist', 'libs/engine/assembly', 'node_modules', '**/*.mjs', '.rallare', 'test/artifacts'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      'no-restricted-syntax': ['error', noEnvironment],
    },
  },
  {
    files: ['**/config.ts', 'libs/testing/**', 'test/**', '**/*.int-spec.ts', 'tools/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/**', 'libs/platform/**', 'libs/messaging/**', 'libs/taxonomy-store/**'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  // Tests are linted without types: they are half of the code, and the compiler checks their types anyway.
  {
    files: ['**/*spec.ts', '**/*spec.tsx', '**/test/**', '**/bench/**', 'libs/testing/**', 'tools/**'],
    ...tseslint.configs.disableTypeChecked,
  },
);
