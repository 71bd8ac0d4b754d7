/** @file `npm run test:interop`: what this program writes, read by the programs it is written for. Needs PyPI. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/interop/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 1_800_000,
  },
});
