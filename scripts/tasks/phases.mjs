/**
 * @file What check and test run, each in a process of its own: a name for people, a command, and how its result is
 * counted. A phase that passes is one line; one that fails shows everything it said. Those that keep a single core busy
 * run side by side.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { secondsSince } from '../setup/say.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {object} Phase
 * @property {string} name
 * @property {readonly string[]} command a script of the checkout and its arguments
 * @property {boolean} [live] show output as it comes: for phases that take minutes
 * @property {boolean} [beside] it keeps one core busy and needs nothing of the others that say so: they run side by side
 * @property {string} [after] the name of a phase without which this one makes no sense
 * @property {(exitCode: number) => Count} [count] absent: the phase itself counts as one
 */

/** The longest first: the others fit beside it. @type {readonly Phase[]} */
export const checks = [
  {
    name: 'lint',
    command: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
    beside: true,
  },
  {
    name: 'types of the window',
    command: [
      'node_modules/svelte-check/bin/svelte-check',
      '--tsconfig',
      './tsconfig.web.json',
      '--output',
      'human',
    ],
    beside: true,
  },
  {
    name: 'types, and rules that need them',
    command: [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--type-check',
      '--report-unused-disable-directives',
      '.',
    ],
    beside: true,
  },
  {
    name: 'format',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    beside: true,
  },
];

/**
 * @param {Phase} phase
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Count>}
 */
async function runPhase(phase, env = process.env) {
  const started = performance.now();
  if (phase.live) console.log(`… ${phase.name}`);
  const { code, output } = await runScript(phase, env);
  const count = phase.count?.(code) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const good = count.failed === 0;
  const numbers = phase.count ? ` (${count.passed} passed, ${count.failed} failed)` : '';
  console.log(`${good ? '✓' : '✗'} ${phase.name}${numbers}, ${secondsSince(started)}`);
  if (!good && !phase.live) console.log(output);
  return count;
}

/**
 * @param {Phase} phase
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function runScript({ command: [script = '', ...args], live }, env) {
  const stdio = /** @type {const} */ (['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe']);
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    env,
    stdio: [...stdio],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs them in order, neighbours that may side by side; what stands on a failed phase counts as one failure and is not
 * run.
 * @param {readonly Phase[]} phases
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Count>}
 */
export async function runPhases(phases, env) {
  /** @type {Map<string, Count>} */
  const counts = new Map();
  for (const batch of batchesOf(phases)) {
    const waiting = [...batch];
    const runWaiting = async () => {
      for (let phase = waiting.shift(); phase; phase = waiting.shift())
        counts.set(phase.name, await runUnlessBlocked(phase, counts, env));
    };
    await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
  }
  return sum([...counts.values()]);
}

/** @param {readonly Phase[]} phases @returns {Phase[][]} what may run at once */
function batchesOf(phases) {
  /** @type {Phase[][]} */
  const batches = [];
  for (const phase of phases) {
    const last = batches.at(-1);
    if (phase.beside && last?.[0]?.beside) last.push(phase);
    else batches.push([phase]);
  }
  return batches;
}

/**
 * @param {Phase} phase
 * @param {ReadonlyMap<string, Count>} counts of those before it
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Count>}
 */
async function runUnlessBlocked(phase, counts, env) {
  const blocked = phase.after !== undefined && (counts.get(phase.after)?.failed ?? 0) > 0;
  if (!blocked) return runPhase(phase, env);
  console.log(`✗ ${phase.name}, not run because of: ${phase.after}`);
  return { passed: 0, failed: 1 };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
function sum(counts) {
  const add = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: add('passed'), failed: add('failed') };
}

/** The last line of every run. @param {Count} count */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
