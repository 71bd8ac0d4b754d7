/** @file End-to-end tests in the real Electron. One at a time: they share the machine's screen and its two cores. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  // Limits against hanging, not measures of speed: a busy machine must not turn a test red.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
});
