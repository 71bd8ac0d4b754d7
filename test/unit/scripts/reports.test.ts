import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/tasks/reports.mjs';
import { tempFolder } from './helpers/folders';

const file = path.join(tempFolder(), 'report.json');
const write = (report: object) => writeFileSync(file, JSON.stringify(report));

test('counts what vitest counted', () => {
  write({ numPassedTests: 7, numFailedTests: 2, testResults: [] });
  expect(countVitest(file, 1)).toEqual({ passed: 7, failed: 2 });
});

test('counts a test file that did not load as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  write({ numPassedTests: 7, numFailedTests: 0, testResults });
  expect(countVitest(file, 1)).toEqual({ passed: 7, failed: 1 });
});

test('never reports a failed run without a failure', () => {
  write({ numPassedTests: 7, numFailedTests: 0, testResults: [] });
  expect(countVitest(file, 1)).toEqual({ passed: 7, failed: 1 });
  expect(countVitest(path.join(path.dirname(file), 'none.json'), 137)).toEqual({ passed: 0, failed: 1 });
});

test('counts flaky end-to-end tests and errors between tests as failures', () => {
  write({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] });
  expect(countPlaywright(file, 1)).toEqual({ passed: 3, failed: 3 });
  write({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] });
  expect(countPlaywright(file, 0)).toEqual({ passed: 3, failed: 0 });
});
