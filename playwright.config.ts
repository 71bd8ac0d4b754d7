/** @file End-to-end tests in the real Electron. One at a time: they share the machine's screen and its two cores. */
import { defineConfig } from '@playwright/test';
import path from 'node:path';

/** Against a package, what builds or copies an app of its own would test the same as in development. */
const NOT_FOR_PACKAGES = ['decoder/**', 'security/sandbox.spec.ts', 'headlessBench.spec.ts'];
const FOR_PACKAGES = ['packaged/**'];
const ignored = process.env['IMPRINT_E2E_APP'] ? NOT_FOR_PACKAGES : FOR_PACKAGES;

export default defineConfig({
  testDir: 'test/e2e',
  testIgnore: ignored.map((glob) => path.join(import.meta.dirname, 'test/e2e', glob)),
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  // Limits against hanging, not measures of speed: a busy machine must not turn a test red.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
});
