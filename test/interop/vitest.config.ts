/**
 * @file `npm run test:interop`: what this program writes, read by the programs it is written for, and models of others read
 * by this program. Needs PyPI and npm.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/interop/**/*.test.ts'],
    pool: 'forks',
    // Runtimes take all cores, and files share installations.
    fileParallelism: false,
    reporters: ['default', './test/interop/table/reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 3_600_000,
  },
});
