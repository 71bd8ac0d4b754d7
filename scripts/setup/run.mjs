/**
 * @file Runs the tools that set-up needs. Their output is kept and shown only when they fail, or passed to stderr.
 */
import { spawn } from 'node:child_process';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] pass output to stderr as it comes
 * @property {(child: import('node:child_process').ChildProcess) => void} [started]
 */

/**
 * Ends well with the tool's output, or fails with a sentence and the output's last lines.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} stdout and stderr, trimmed
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.started?.(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-100_000);
      if (options.show) process.stderr.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new Problem(`\`${command}\` could not be started: ${cause.message}.`, { cause })),
    );
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output.trim());
      else reject(failure(command, args, signal ?? code, options.show ? '' : output));
    });
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string | number | null} end exit code or signal
 * @param {string} output
 */
function failure(command, args, end, output) {
  const shown = [command, ...args].join(' ');
  const details = output.trim().split('\n').slice(-25).join('\n');
  return new Problem(`\`${shown}\` ended with ${end}.`, { details });
}
