// @file What `npm run check` holds the code to beyond its types. Rules that need types are in .oxlintrc.json, whose linter
// reads them five times faster; components are read here, because only eslint knows their language.
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * Rooms rest on those below them (CONTRIBUTING.md).
 * @param {string} room
 * @param {string[]} above what it may know nothing of
 * @returns {import('eslint').Linter.Config}
 */
function rests(room, above) {
  const group = above.flatMap((name) => [`**/${name}`, `**/${name}/**`]);
  const patterns = [{ group, message: 'It lies above this room.' }];
  return { files: [`main/${room}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/** The rooms that join the others. */
const JOINING = ['app', 'desk', 'exchange', 'exporting', 'headless', 'ipc'];

export default defineConfig(
  {
    ignores: [
      'out/',
      'dist/',
      'node_modules/',
      'test-results/',
      'resources/backbones/',
      'resources/samples/',
    ],
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  rests('projects', ['core', 'engine', 'images', 'shell', ...JOINING]),
  rests('{engine,images}', ['core', ...JOINING]),
  rests('organise', ['core', 'engine', 'images', 'projects', 'shell', ...JOINING]),
  rests('exchange', ['core', 'shell', 'app', 'desk', 'exporting', 'headless', 'ipc']),
  rests('desk', ['shell', ...JOINING.filter((name) => name !== 'desk')]),
  {
    files: ['renderer/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/strings/en', '**/strings/en/**'], message: 'strings/ has the chosen language.' },
          ],
        },
      ],
    },
  },
  { files: ['scripts/**', 'test/bench/**', 'resources/export/**'], rules: { 'no-console': 'off' } },
  // Samples run in Node or in browsers; what both share uses what both have.
  {
    files: ['resources/export/**/*.mjs'],
    languageOptions: { globals: { ...globals['shared-node-browser'] } },
  },
  {
    files: ['resources/export/tfjs/page.mjs', 'resources/export/shared/decode-browser.mjs'],
    languageOptions: { globals: { ...globals.browser, tf: 'readonly' } },
  },
  // A test file is read case by case, so it may hold more of them.
  {
    files: ['test/**'],
    rules: { 'max-lines': ['warn', { max: 350, skipBlankLines: true, skipComments: true }] },
  },
  // Loaded once for all files of a process: a hook at its top would be that of the first file alone.
  {
    files: ['test/unit/**/*.ts'],
    ignores: ['**/*.test.ts', 'test/unit/setUp.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Program > ExpressionStatement > CallExpression[callee.name=/^(before|after)(Each|All)$/]',
          message: 'test/unit/cleaning.ts puts things away after the tests of every file.',
        },
      ],
    },
  },
  { files: ['scripts/**/*.mjs', '*.mjs'], languageOptions: { globals: globals.node } },
  // Electron's launcher is CommonJS, for the Electrons that load nothing else.
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: ts.parser,
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
);
