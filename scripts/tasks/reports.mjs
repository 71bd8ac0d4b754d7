/**
 * @file Reads the JSON reports of vitest and Playwright. Both can fail without a failed test (a file that does not
 * load, an error between tests): such a run counts as one failure, never as none.
 */
import { readFileSync } from 'node:fs';

/**
 * @typedef {import('./phases.mjs').Count} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(file, exitCode) {
  const report = /** @type {VitestReport | null} */ (read(file));
  if (!report) return atLeastOne({ passed: 0, failed: 0 }, exitCode);
  const broken = report.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length;
  return atLeastOne({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, exitCode);
}

/**
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright(file, exitCode) {
  const report = /** @type {PlaywrightReport | null} */ (read(file));
  if (!report) return atLeastOne({ passed: 0, failed: 0 }, exitCode);
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOne({ passed: expected, failed: unexpected + flaky + report.errors.length }, exitCode);
}

/** @param {Count} count @param {number} exitCode @returns {Count} */
function atLeastOne(count, exitCode) {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {string} file @returns {unknown} null when the run ended before it wrote its report */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
