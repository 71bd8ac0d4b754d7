/**
 * @file Fetches one file over HTTP with two time-outs and a pinned SHA-256. A try that fails leaves no file behind.
 */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { Problem, reasonOf } from './problem.mjs';
import { progress } from './say.mjs';

/** @typedef {{ firstByte: number, stall: number }} Limits milliseconds */

/** @type {Limits} */
export const usualLimits = { firstByte: 8_000, stall: 20_000 };

/**
 * @param {{ url: string, sha256: string, to: string, label: string, limits?: Limits }} order
 * @returns {Promise<void>}
 */
export async function download({ url, sha256, to, label, limits = usualLimits }) {
  const watch = watchdog(limits);
  try {
    const hash = await receive(url, to, label, watch);
    if (hash === sha256) return;
    throw new Error(`the file's SHA-256 is ${hash}, but ${sha256} was expected`);
  } catch (error) {
    await rm(to, { force: true });
    const reason = watch.signal.aborted ? reasonOf(watch.signal.reason) : reasonOf(error);
    throw new Problem(`${url} could not be fetched: ${reason}.`, { cause: error });
  } finally {
    watch.stop();
  }
}

/**
 * @param {string} url
 * @param {string} to
 * @param {string} label
 * @param {ReturnType<typeof watchdog>} watch
 * @returns {Promise<string>} the file's SHA-256
 */
async function receive(url, to, label, watch) {
  const response = await fetch(url, { signal: watch.signal });
  if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
  const total = Number(response.headers.get('content-length') ?? 0);
  const hash = createHash('sha256');
  const show = progress(label);
  const file = await open(to, 'w');
  try {
    let done = 0;
    for await (const chunk of response.body) {
      watch.alive();
      hash.update(chunk);
      await file.appendFile(chunk);
      show((done += chunk.length), total);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** @param {Limits} limits */
function watchdog(limits) {
  const controller = new AbortController();
  /** @param {number} ms @param {string} what */
  const arm = (ms, what) =>
    setTimeout(() => controller.abort(new Error(`${what} for ${ms / 1000} seconds`)), ms);
  let timer = arm(limits.firstByte, 'nothing came');
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer);
      timer = arm(limits.stall, 'it stood still');
    },
    stop: () => clearTimeout(timer),
  };
}
