import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const all = readdirSync(path.join(root, 'test/unit'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => path.posix.join('test/unit', ...name.split(path.sep)));

/** What those after it in the same process would see of a file: modules, globals and a language that are not the usual. */
const LEAVES_TRACES =
  /\bspeak\(|vi\.(mock|doMock|resetModules|stubGlobal|stubEnv)\(|process\.(env\[?.*\]? \??\??=|chdir|umask)|\(process\.env,/;
const alone = all.filter((file) => LEAVES_TRACES.test(readFileSync(path.join(root, file), 'utf8')));

export default defineConfig({
  plugins: [svelte()],
  test: {
    pool: 'forks',
    setupFiles: ['test/unit/setUp.ts'],
    maxWorkers: availableParallelism(),
    // A limit against hanging, not a measure of speed: a busy machine must not turn a test red.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      // A process of its own for every file would start TensorFlow and load the sources 300 times over.
      {
        extends: true,
        test: { name: 'shared', include: ['test/unit/**/*.test.ts'], exclude: alone, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, sequence: { groupOrder: 1 } } },
    ],
  },
});
