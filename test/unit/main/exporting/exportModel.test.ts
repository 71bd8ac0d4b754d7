/** @file Whole exports: written, read back in a fresh process from image files, and named only if they agree. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { EXPORT_FORMATS, FORMAT_CHECKS } from '../../../../main/contract/exportFormats';
import type { ExportProgress } from '../../../../main/contract/exporting';
import type { Framing } from '../../../../main/contract/model';
import type { WrittenModel } from '../../../../main/engine/export/preparedExport';
import type { Lesson } from '../../../../main/engine/guessing/lesson';
import type { Metadata } from '../../../../main/engine/modelFile/metadata';
import type { Engine } from '../../../../main/engine/supervisor';
import type { CheckLine } from '../../../../main/exporting/checkLine';
import { exportModel } from '../../../../main/exporting/exportModel';
import type { ExportParts, ExportRequest } from '../../../../main/exporting/request';
import { MOST_CROPPED } from '../../../../main/exporting/sample';
import { smallBackbone } from '../engine/backbone/small';
import { scratchFolder } from '../engine/backbone/support';
import { about, PER_CLASS, photos } from '../engine/export/photos';
import { checkLine } from './checkLine';
import { bundle } from './child/bundle';
import { Studio } from './studio';

let studio: Studio;
let script: string;
beforeAll(async () => {
  [studio, script] = await Promise.all([Studio.start(smallBackbone), bundle('checkChild')]);
});
afterAll(() => studio.stop());

const TEACHING = { shots: [4, 3, 5, 2] };
const line = (): CheckLine => checkLine(script, studio.files);
const parts = (more: Partial<ExportParts> = {}): ExportParts => studio.parts(line, TEACHING, more);

const into = (directory: string, more: Partial<ExportRequest> = {}): ExportRequest => ({
  formats: ['tfjs', 'savedmodel'],
  base: 'none',
  target: { kind: 'inside', directory, name: 'Garden' },
  ...more,
});

interface Stored {
  answers: { sha256: string; probabilities: number[] }[];
}
const stored = async (folder: string): Promise<Stored> =>
  JSON.parse(await readFile(path.join(folder, 'check.json'), 'utf8')) as Stored;

/** What the app itself says of all photos. */
async function reference(): Promise<{ classes: string[]; probabilities: Float32Array }> {
  const lesson = parts().lesson('none');
  await studio.engine.call('prepareExport', { lesson, about });
  return studio.engine.call('exportReference', { rows: [...photos.keys()] });
}

/** How many check items of a lesson the app names rightly. */
async function readBack(lesson: Lesson): Promise<number> {
  const { classes, checks } = lesson;
  await studio.engine.call('prepareExport', { lesson, about });
  const rows = checks.map(({ index }) => index);
  const { classes: labels, probabilities } = await studio.engine.call('exportReference', { rows });
  const right = checks.filter(({ class: own }, i) => {
    const row = [...probabilities.subarray(i * labels.length, (i + 1) * labels.length)];
    return labels[row.indexOf(Math.max(...row))] === classes[own]!.name;
  });
  return right.length;
}

/** The engine, but for one format whose own loader crops. */
function cropping(format: string, ownFraming: Framing): Pick<Engine, 'call'> {
  const call = async (name: string, arg: { format: string; folder: string }): Promise<unknown> => {
    const answer: unknown = await studio.engine.call(name as 'memory', arg as never);
    if (name !== 'writeExport' || arg.format !== format) return answer;
    const file = path.join(arg.folder, 'metadata.json');
    const metadata = JSON.parse(await readFile(file, 'utf8')) as Metadata;
    metadata.preprocessing.ownFraming = ownFraming;
    await writeFile(file, JSON.stringify(metadata));
    const written = answer as WrittenModel;
    return {
      ...written,
      decodings: [...written.decodings, { ...written.decodings[0]!, framing: ownFraming }],
    };
  };
  return { call: call as Engine['call'] };
}

describe('exportModel', () => {
  it('of the shipped backbone writes every format, checks it with all images, and stores what it found', async () => {
    // Two classes: what all photos are to each format is not asked of the steps of an export.
    const files = photos.slice(0, 2 * PER_CLASS);
    const shipped = await Studio.start(undefined, files);
    onTestFinished(() => shipped.stop());
    const directory = await scratchFolder();
    const steps: ExportProgress[] = [];
    const { folder, models } = await exportModel(
      shipped.parts(() => checkLine(script, files), { shots: [4, 3] }),
      into(directory, { formats: [...EXPORT_FORMATS], progress: (step) => steps.push(step) }),
    );
    expect(folder).toBe(path.join(directory, 'Garden model'));
    expect(await readdir(directory)).toEqual(['Garden model']);
    expect(models.map(({ format }) => format)).toEqual([...EXPORT_FORMATS]);
    for (const { format, path: place, check, bytes } of models) {
      const { limit, tie, reader } = FORMAT_CHECKS[format];
      expect(check).toMatchObject({ images: files.length, top1Agreement: 1, passed: true, limit, reader });
      expect(check.maxAbsDiff).toBeLessThan(limit);
      expect(bytes).toBeGreaterThan(6e6);
      expect(await stored(place)).toMatchObject({ ...check, tie, seed: 1 });
    }
    expect(new Set(steps.map(({ step }) => step)).size).toBe(3);
    expect(steps.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
    const last = steps.at(-1)!;
    expect(last.done).toBe(last.total);
    expect(steps.some(({ rate, secondsLeft }) => rate !== null && secondsLeft !== null)).toBe(true);
  });

  it('says of each image, by the hash of its file, what the app says', async () => {
    const request = into(await scratchFolder(), { formats: ['savedmodel'] });
    const { models } = await exportModel(parts(), request);
    const { answers } = await stored(models[0]!.path);
    const labels = (await readFile(path.join(models[0]!.path, 'labels.txt'), 'utf8')).trim().split('\n');
    const { classes, probabilities } = await reference();
    expect(labels).toEqual(classes);
    expect(answers).toHaveLength(photos.length);
    for (const [i, file] of photos.entries()) {
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      const said = answers.find((one) => one.sha256 === sha256)!.probabilities;
      const row = [...probabilities.subarray(i * classes.length, (i + 1) * classes.length)];
      expect(said).toHaveLength(classes.length);
      row.forEach((value, c) => expect(said[c]).toBeCloseTo(value, 8));
    }
  });

  it("says beside the verdict what a format's own crop does to the answers", async () => {
    const ownFraming = { kind: 'centreCrop' } as const;
    const request = into(await scratchFolder(), { formats: ['savedmodel', 'tfjs'] });
    const steps: ExportProgress[] = [];
    const { models } = await exportModel(parts({ engine: cropping('tfjs', ownFraming) }), {
      ...request,
      progress: (step) => steps.push(step),
    });
    const [whole, cropped] = models.map(({ check }) => check);
    expect(whole!.ownCrop).toBeNull();
    expect(cropped).toMatchObject({ passed: true, top1Agreement: 1, images: photos.length });
    const own = cropped!.ownCrop!;
    expect(own.images).toBe(MOST_CROPPED);
    expect(own.maxAbsDiff).toBeGreaterThan(0.02);
    const same = Math.round(own.top1Agreement * MOST_CROPPED);
    expect(cropped!.message).toMatch(
      new RegExp(
        `always takes the centre of a picture, and the model was made with the whole picture: seen so, ${same} of ${MOST_CROPPED} images keep`,
      ),
    );
    expect(await stored(models[1]!.path)).toMatchObject({ ownCrop: own });
    // Decoded and run twice, and some of them once more.
    const total = 3 * photos.length + 2 * MOST_CROPPED;
    expect(steps.at(-1)).toMatchObject({ done: total, total });
  });

  it('stands beside base classes where asked to, and says what agreed', async () => {
    const request = into(await scratchFolder(), { formats: ['savedmodel'], base: 'imagenet' });
    const { models } = await exportModel(parts(), request);
    expect(models[0]!.check).toMatchObject({ passed: true, images: photos.length });
    expect(models[0]!.check.message).toBe(
      "Read back from the disk, the model gave the app's own answers for 30 images.",
    );
  });

  it('tells an accuracy only where check items were asked of this very model', async () => {
    const checked = (base: 'none' | 'imagenet') => {
      const lesson = parts().lesson(base);
      const items = [0, 1, 2, 3].map((c) => ({ index: c * PER_CLASS + 4, class: c, group: `check ${c}` }));
      return { ...lesson, checks: items };
    };
    for (const base of ['none', 'imagenet'] as const) {
      const request = into(await scratchFolder(), { formats: ['savedmodel'], base });
      const { models, folder } = await exportModel(parts({ lesson: checked }), request);
      const answers = await readBack(checked(base));
      const card = await readFile(path.join(models[0]!.path, 'model-card.md'), 'utf8');
      expect(card).toContain(`**Accuracy on this folder:** ${((100 * answers) / 4).toFixed(1)} % (95 %`);
      const manifest = await readFile(path.join(folder, 'manifest.csv'), 'utf8');
      expect(manifest.match(/,check,/g)).toHaveLength(4);
    }
    const request = into(await scratchFolder(), { formats: ['savedmodel'] });
    const { models } = await exportModel(parts(), request);
    const card = await readFile(path.join(models[0]!.path, 'model-card.md'), 'utf8');
    expect(card).toContain('**Accuracy:** not measured.');
    expect(card).toContain('**Estimate from the learning images, with one image fewer per class:**');
  });

  it('is exported all the same where the project cannot note it, and says so', async () => {
    const log = { append: () => Promise.reject(new Error('the disk is full')) };
    const request = into(await scratchFolder(), { formats: ['savedmodel'] });
    const { notNoted, folder } = await exportModel(parts({ log }), request);
    expect(notNoted).toContain('could not note that it was: the disk is full');
    expect(await readdir(folder)).toEqual(['manifest.csv', 'savedmodel']);
  });

  it('leaves out files that are gone or have changed, and says so', async () => {
    const changed = path.join(await scratchFolder(), 'changed.webp');
    await copyFile(photos[9]!, changed);
    const files = photos.map((file, i) => (i === 3 ? '/gone.webp' : i === 4 ? changed : file));
    const startCheck = () => checkLine(script, files);
    const request = into(await scratchFolder(), { formats: ['savedmodel'] });
    const { models } = await exportModel(parts({ startCheck }), request);
    expect(models[0]!.check).toMatchObject({ passed: true, images: 28 });
    expect(models[0]!.check.message).toContain('2 images could not be read again and did not count.');
  });
});

describe('an export that cannot be', () => {
  /** Fails with the sentence and leaves the folder as it was. */
  async function refused(
    sentence: string,
    some: ExportParts,
    more: Partial<ExportRequest> = {},
  ): Promise<void> {
    const directory = await scratchFolder();
    await expect(exportModel(some, into(directory, more))).rejects.toThrow(sentence);
    expect(await readdir(directory)).toEqual([]);
  }

  it('has one class and no base', () =>
    refused('needs two classes', studio.parts(line, { shots: [5] }), { formats: ['tfjs'] }));

  it('has nothing to export', () =>
    refused('There is no model to export yet', studio.parts(line, { shots: [0, 0] })));

  it('has no image file to be checked with', () => {
    const startCheck = () =>
      checkLine(
        script,
        photos.map(() => '/gone.webp'),
      );
    return refused('none of the image files can be read', parts({ startCheck }), { formats: ['tfjs'] });
  });

  it('is cancelled, before the check or in it', async () => {
    for (const step of ['Writing the model', 'Checking it with your images']) {
      const cancel = new AbortController();
      const progress = (at: ExportProgress) => void (at.step === step && at.done > 0 && cancel.abort());
      await refused('The export was cancelled', parts(), { signal: cancel.signal, progress });
    }
  });

  it('is cancelled while its checking process stands still', async () => {
    const cancel = new AbortController();
    const startCheck = () => {
      const started = checkLine(script, photos);
      started.child.kill('SIGSTOP');
      return started;
    };
    const progress = ({ step }: ExportProgress) =>
      void (step === 'Checking it with your images' && setTimeout(() => cancel.abort(), 100));
    await refused('The export was cancelled', parts({ startCheck }), { signal: cancel.signal, progress });
  });

  it('loses its checking process', async () => {
    const startCheck = () => {
      const started = checkLine(script, photos);
      return { ...started, run: (ids: number[]) => (started.child.kill('SIGKILL'), started.run(ids)) };
    };
    await refused('the checking process ended', parts({ startCheck }), { formats: ['tfjs'] });
  });

  it('goes where nothing can be written', async () => {
    const file = path.join(await scratchFolder(), 'file');
    await writeFile(file, '');
    await expect(exportModel(parts(), into(path.join(file, 'below')))).rejects.toThrow(
      'The model was not exported: its folder is no longer there (ENOTDIR).',
    );
  });
});
