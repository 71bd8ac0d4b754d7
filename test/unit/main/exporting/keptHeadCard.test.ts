/** @file The model card of a kept head, from the engine's own study: the figures of its training, and of a check of this very head. */
import { expect, it } from 'vitest';
import type { ExportCheck } from '../../../../main/contract/exporting';
import { readDescription } from '../../../../main/engine/backbone/description';
import { describeModel, type ExportAbout } from '../../../../main/engine/export/describe';
import { Guesser } from '../../../../main/engine/guessing/guesser';
import { KeptHeads } from '../../../../main/engine/guessing/keptHeads';
import type { Lesson } from '../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../main/engine/guessing/scorer';
import { logits, type Head } from '../../../../main/engine/imprinting/head';
import { argmax } from '../../../../main/engine/imprinting/vectors';
import { modelCard } from '../../../../main/exporting/card';
import { BACKBONE, scratchFolder } from '../engine/backbone/support';
import { TRAINED, trainHead } from '../engine/guessing/keptHead';
import { lessonOf, project } from '../engine/guessing/project';

const { matrix, raw, constants } = project(200);
const lesson = lessonOf([6, 5, 6]);
/** Rows that taught nothing. */
const CHECKED = [150, 151, 152, 153];
const check: ExportCheck = {
  ...{ images: 30, maxAbsDiff: 2e-6, top1Agreement: 1, limit: 1e-4, reader: 'TensorFlow', ownCrop: null },
  ...{ passed: true, message: 'It agrees.' },
};

/** A trained head's figures and its card. @param checks what a person gave the checked images, by the head */
async function cardOf(checks: (head: Head) => Lesson['checks'] = () => []) {
  const { head, kept } = await trainHead(lesson, matrix, await scratchFolder());
  const guesser = new Guesser(matrix, constants, plainScorer, new KeptHeads(matrix, 'b'));
  const study = (await guesser.study({ ...lesson, head: kept, checks: checks(head) }))!;
  const about: ExportAbout = {
    ...{ name: 'Garden', version: '1', createdAt: '2026-01-02T03:04:05.000Z', boxes: false },
    framing: { kind: 'stretch' },
    manifest: { sha256: 'a'.repeat(64), items: 17 },
  };
  const base = study.base?.labels ?? [];
  const description = await readDescription(BACKBONE);
  const metadata = describeModel({ about, study, base, description }, 'savedmodel', []);
  const { figures } = study;
  return { figures, text: modelCard({ metadata, figures, check, onePicture: [] }) };
}

/** The check's answers as a person gave them: what the head says, but of the first. */
function checked(head: Head): Lesson['checks'] {
  return CHECKED.map((index, i) => {
    const said = argmax(logits(head, raw[index]!));
    return { index, class: i === 0 ? (said + 1) % 3 : said, group: `check ${index}` };
  });
}

it('says the estimate of its training by class, and that no accuracy was measured', async () => {
  const { figures, text } = await cardOf();
  expect(figures.estimate).toEqual(TRAINED);
  expect(figures.accuracy).toBeNull();
  expect(figures.classes.map(({ images, groups, estimate }) => [images, groups, estimate.value])).toEqual([
    [6, 6, 1],
    [5, 5, 0.5],
    [6, 6, null],
  ]);
  expect(text).toContain(
    '**Estimate from the learning images, held out in turn by its training:** 75.0 % (12 images)',
  );
  expect(text).not.toContain('one image fewer');
  expect(text).toContain('**Accuracy:** not measured.');
  const [first, second, third] = figures.classes.map(({ label }) => label);
  expect(text).toContain(`| ${first} | 6 | 6 | 100.0 % |`);
  expect(text).toContain(`| ${second} | 5 | 5 | 50.0 % |`);
  expect(text).toContain(`| ${third} | 6 | 6 | not measured |`);
});

it('says the accuracy that a check found of this head, not of imprinting', async () => {
  const { figures, text } = await cardOf(checked);
  expect(figures.estimate).toEqual(TRAINED);
  expect(figures.accuracy).toMatchObject({ value: 0.75, n: 4, groups: 4 });
  expect(text).toContain('**Accuracy on this folder:** 75.0 % (95 % interval');
  expect(text).toContain('found (blind check)');
});
