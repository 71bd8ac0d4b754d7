/**
 * @file `npm test`: set-up, then types, lint, format, unit tests and end-to-end tests in the real Electron. Its last
 * line is `N passed, N failed`. `npm test -- unit e2e` runs only those.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '../setup/problem.mjs';
import { setUp } from '../setup/set-up.mjs';
import { provideScreen } from '../setup/xvfb.mjs';
import { checks, lastLine, runPhase, sum } from './phases.mjs';
import { countPlaywright, countVitest } from './reports.mjs';

/** @typedef {import('./phases.mjs').Phase} Phase */

/** @param {string[]} args names of groups; none means all. @returns {Promise<number>} exit code */
export async function main(args) {
  const reports = mkdtempSync(path.join(tmpdir(), 'imprint-reports-'));
  try {
    const phases = choose(args, groups(reports));
    await setUp();
    const total = sum(await runAll(phases, reports));
    console.log(lastLine(total));
    return total.failed === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** @param {string} reports @returns {Record<string, readonly Phase[]>} */
function groups(reports) {
  const vitest = path.join(reports, 'vitest.json');
  const playwright = path.join(reports, 'playwright.json');
  const vitestArgs = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`];
  return {
    check: checks,
    unit: [
      {
        name: 'unit tests',
        command: ['vitest/vitest.mjs', ...vitestArgs, '--passWithNoTests'],
        count: (code) => countVitest(vitest, code),
      },
    ],
    e2e: [
      {
        name: 'end-to-end tests',
        command: ['@playwright/test/cli.js', 'test', '--reporter=list,json', '--pass-with-no-tests'],
        live: true,
        count: (code) => countPlaywright(playwright, code),
      },
    ],
  };
}

/**
 * @param {string[]} names
 * @param {Record<string, readonly Phase[]>} all
 */
function choose(names, all) {
  const unknown = names.find((name) => !(name in all));
  if (unknown) {
    throw new Problem(
      `There are no tests called ${unknown}. Nothing was run. There are: ${Object.keys(all).join(', ')}.`,
    );
  }
  return Object.entries(all).flatMap(([name, phases]) =>
    names.length === 0 || names.includes(name) ? phases : [],
  );
}

/**
 * @param {readonly Phase[]} phases
 * @param {string} reports
 */
async function runAll(phases, reports) {
  const screen = await provideScreen();
  const env = {
    ...process.env,
    ...screen.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'playwright.json'),
  };
  try {
    const counts = [];
    for (const phase of phases) counts.push(await runPhase(phase, env));
    return counts;
  } finally {
    screen.stop();
  }
}
