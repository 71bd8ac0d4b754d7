/**
 * @file Tells on stderr how far a command is: one line that renews itself on a terminal, otherwise a line every few
 * seconds, for logs. Sentences in between are kept. Runs in main.
 */
import { printable, type Console, type Out } from './console';
import { duration, rate } from './durations';

export interface Step {
  done: number;
  total: number;
  /** Per second; null until known. */
  rate: number | null;
  secondsLeft: number | null;
}

const RENEW_MS = 100;
const LINE_MS = 3000;
const CLEAR = '\r\x1b[2K';

export class ProgressLine implements Console {
  #shown = '';
  #toldAt: number;

  constructor(
    private readonly out: Out,
    private readonly err: Out,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#toldAt = now();
  }

  result(text: string): void {
    this.#clear();
    this.out.write(text);
  }

  say(sentence: string): void {
    const shown = this.#shown;
    this.#clear();
    this.err.write(`${printable(sentence)}\n`);
    if (shown !== '') this.#renew(shown);
  }

  /** @param what 'Reading images' */
  show(what: string, step: Step): void {
    const wait = this.err.isTTY ? RENEW_MS : LINE_MS;
    if (this.now() - this.#toldAt < wait) return;
    this.#toldAt = this.now();
    const line = progressText(what, step);
    if (this.err.isTTY) this.#renew(line);
    else this.err.write(`${line}\n`);
  }

  /** Nothing is under way any more. */
  done(): void {
    this.#clear();
  }

  #renew(line: string): void {
    this.#shown = line;
    this.err.write(CLEAR + line.slice(0, (this.err.columns ?? 80) - 1));
  }

  #clear(): void {
    if (this.#shown !== '') this.err.write(CLEAR);
    this.#shown = '';
  }
}

/** 'Reading images: 120 of 600, 148 images/s, 3 s left' */
export function progressText(what: string, step: Step): string {
  const parts = [`${what}: ${step.done} of ${step.total}`];
  if (step.rate !== null) parts.push(rate(step.rate));
  if (step.secondsLeft !== null && step.done < step.total) parts.push(`${duration(step.secondsLeft)} left`);
  return parts.join(', ');
}
