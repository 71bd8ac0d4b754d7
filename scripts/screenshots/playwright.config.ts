/** @file Takes pictures, tests nothing: no part of `npm test`. */
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { root } from '../setup/paths.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: path.join(root, 'test-results'),
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 60_000 },
});
