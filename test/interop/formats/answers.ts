/** @file Answers of runtimes, each asked once about all models of a group. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtimes, type Runtime } from '../runtimes';
import { pixelsIn, type Case, type Group } from './cases';
import { FORMATS, modelIn, type Format, type Outputs } from './written';

const SCRIPTS = {
  onnx: 'onnx_read.py',
  tflite: 'tflite_read.py',
  'tflite-float16': 'tflite_read.py',
} as const;

export class Answers {
  readonly #found = new Map<string, Outputs | Error>();

  /** @param home where the group's models are */
  async ask({ cases, runtimes: asked }: Group, home: string): Promise<void> {
    for (const format of FORMATS)
      for (const runtime of asked[format].filter((one) => runtimes.missing(one) === null)) {
        const jobs = cases.map(({ title, size, batch }) => [
          modelIn(path.join(home, title), format),
          ...[pixelsIn(home, size), size, batch],
        ]);
        const found = await askOnce(runtime, format, home, jobs);
        cases.forEach((one, i) =>
          this.#found.set(keyOf(runtime, format, one), found instanceof Error ? found : found[i]!),
        );
      }
  }

  /** @throws what the runtime ended with */
  of(runtime: Runtime, format: Format, one: Case): Outputs {
    const found = this.#found.get(keyOf(runtime, format, one));
    if (!found || found instanceof Error) throw found ?? new Error('it was not asked');
    return found;
  }
}

const keyOf = (runtime: Runtime, format: Format, { title, batch }: Case): string =>
  [runtime, format, title, batch].join('|');

function askOnce(
  runtime: Runtime,
  format: Format,
  home: string,
  jobs: readonly unknown[],
): Promise<Outputs[] | Error> {
  const file = path.join(home, 'jobs.json');
  writeFileSync(file, JSON.stringify(jobs));
  const script = path.join(import.meta.dirname, SCRIPTS[format]);
  return runtimes
    .json<Outputs[]>(runtime, [script, 'answers', runtime, file])
    .catch((error: unknown) => error as Error);
}
