/**
 * @file End-to-end tests in the real Electron. Each worker has a screen of its own, because windows on one take the
 * keyboard from each other and share a clipboard: `npm test` brings screens (scripts/setup/xvfb.mjs); without it there
 * is the machine's, and one worker.
 */
import { defineConfig } from '@playwright/test';
import path from 'node:path';

/** Against a package, what builds or copies an app of its own would test the same as in development. */
const NOT_FOR_PACKAGES = ['decoder/**', 'security/sandbox.spec.ts', 'headlessBench.spec.ts'];
const FOR_PACKAGES = ['packaged/**'];
const ignored = process.env['IMPRINT_E2E_APP'] ? NOT_FOR_PACKAGES : FOR_PACKAGES;

/** Variables of each screen. */
const screens = JSON.parse(process.env['IMPRINT_SCREENS'] ?? '[{}]') as Record<string, string>[];

// Playwright reads this file in its workers too, where it tells which of them one is.
Object.assign(process.env, screens[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]);

export default defineConfig({
  testDir: 'test/e2e',
  testIgnore: ignored.map((glob) => path.join(import.meta.dirname, 'test/e2e', glob)),
  globalSetup: path.join(import.meta.dirname, 'test/e2e/homes.ts'),
  outputDir: 'test-results',
  workers: screens.length,
  retries: 0,
  // Limits against hanging, not measures of speed: a busy machine must not turn a test red.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env['CI']),
});
