/**
 * @file `npm test`: set-up, then types, lint, format, unit tests and end-to-end tests in the real Electron. Its last
 * line is `N passed, N failed`. `npm test -- unit e2e` runs only those.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '../setup/problem.mjs';
import { setUp } from '../setup/set-up.mjs';
import { provideTestScreens } from '../setup/xvfb.mjs';
import { groups, playwrightReport } from './groups.mjs';
import { lastLine, runPhases } from './phases.mjs';

/** @typedef {import('./phases.mjs').Phase} Phase */

/** @param {string[]} args names of groups; none means all. @returns {Promise<number>} exit code */
export async function main(args) {
  const reports = mkdtempSync(path.join(tmpdir(), 'imprint-reports-'));
  try {
    const phases = choose(args, groups(reports));
    // The build is a phase: while it fails, types and lint say more about why.
    await setUp({ build: false });
    const total = await runAll(phases, reports);
    console.log(lastLine(total));
    return total.failed === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
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
  const chosen = names.length === 0 ? Object.keys(all) : names;
  return [...new Set(chosen.flatMap((name) => all[name] ?? []))];
}

/**
 * @param {readonly Phase[]} phases
 * @param {string} reports
 */
async function runAll(phases, reports) {
  const screens = await provideTestScreens();
  const env = { ...process.env, ...screens.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport(reports) };
  try {
    return await runPhases(phases, env);
  } finally {
    screens.stop();
  }
}
