/** @file Models as the app exports them, run by the runtimes of others, beside the SavedModel that the app runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_CHECKS } from '../../../main/contract/exportFormats';
import { runtimes } from '../runtimes';
import { compare } from '../table/compare';
import { record } from '../table/reading';
import { Answers } from './answers';
import { GROUPS, pixelsIn } from './cases';
import { appAnswers } from './models';
import { FORMATS, OUTPUTS } from './written';

/** Logits reach tens, embeddings some units: float32 keeps seven digits, and 100 layers lose some of them. */
const LIMITS = { logits: 1e-3, embedding: 1e-4 } as const;

const home = mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-formats-'));
beforeAll(() => runtimes.install());
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.each(Object.entries(GROUPS))('%s', (title, group) => {
  const answers = new Answers();
  const place = path.join(home, title);
  beforeAll(async () => {
    await group.write(place);
    await answers.ask(group, place);
  });

  for (const format of FORMATS)
    for (const runtime of group.runtimes[format])
      it.for(group.cases)(
        `${runtime} answers as the app: ${format}, $title, $batch at once`,
        async (one, { skip, task }) => {
          const why = runtimes.missing(runtime);
          if (why !== null) skip(why);
          const found = answers.of(runtime, format, one);
          const { title: model, size } = one;
          const app = await appAnswers(path.join(place, model), pixelsIn(place, size), size, OUTPUTS[format]);
          const { limit, tie } = FORMAT_CHECKS[format];
          const said = compare(found.probabilities, app.probabilities, tie);
          record(task, {
            way: 'out',
            given: 'pixels',
            format,
            reader: `${runtimes.titled(runtime)} (Python)`,
            model,
            ...said,
          });
          expect(said.maxAbsDiff).toBeLessThanOrEqual(limit);
          expect(said.top1Agreement).toBe(1);
          if (format === 'tflite-float16') return;
          for (const name of OUTPUTS[format].slice(1) as (keyof typeof LIMITS)[])
            expect(compare(found[name], app[name], null).maxAbsDiff).toBeLessThanOrEqual(LIMITS[name]);
        },
      );
});
