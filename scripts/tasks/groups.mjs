/** @file The parts of `npm test` by name, in the order in which they run. */
import path from 'node:path';
import { checks } from './phases.mjs';
import { countPlaywright, countVitest } from './reports.mjs';

/** @typedef {import('./phases.mjs').Phase} Phase */

/** @type {Phase} */
const build = { name: 'build', command: ['scripts/setup.mjs'], beside: true };

/** @param {string} reports */
export const playwrightReport = (reports) => path.join(reports, 'playwright.json');

/** @param {string} reports folder for what the test runners count. @returns {Record<string, readonly Phase[]>} */
export function groups(reports) {
  return { check: checks, unit: [build, unit(reports)], e2e: [build, endToEnd(reports)] };
}

/** @param {string} reports @returns {Phase} */
function unit(reports) {
  const report = path.join(reports, 'vitest.json');
  const args = ['run', '--passWithNoTests', '--reporter=default', '--reporter=json'];
  return {
    name: 'unit tests',
    command: ['node_modules/vitest/vitest.mjs', ...args, `--outputFile.json=${report}`],
    count: (code) => countVitest(report, code),
  };
}

/** @param {string} reports @returns {Phase} */
function endToEnd(reports) {
  const args = ['test', '--pass-with-no-tests', '--reporter=list,json'];
  return {
    name: 'end-to-end tests',
    command: ['node_modules/@playwright/test/cli.js', ...args],
    live: true,
    after: build.name,
    count: (code) => countPlaywright(playwrightReport(reports), code),
  };
}
