/** @file Whole exports: written, read back in a fresh process from image files, and named only if they agree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportProgress } from '../../../../main/contract/model';
import type { CheckLine } from '../../../../main/exporting/checkLine';
import { exportModel } from '../../../../main/exporting/exportModel';
import type { ExportParts, ExportRequest } from '../../../../main/exporting/request';
import { scratchFolder } from '../engine/backbone/support';
import { photos } from '../engine/export/photos';
import { checkLine } from './checkLine';
import { bundle } from './child/bundle';
import { Studio } from './studio';

let studio: Studio;
let script: string;
beforeAll(async () => {
  [studio, script] = await Promise.all([Studio.start(), bundle('checkChild')]);
});
afterAll(() => studio.stop());

const line = (): CheckLine => checkLine(script, studio.files);
const parts = (more: Partial<ExportParts> = {}): ExportParts =>
  studio.parts(line, { shots: [4, 3, 5, 2] }, more);

const into = (directory: string, more: Partial<ExportRequest> = {}): ExportRequest => ({
  formats: ['tfjs', 'savedmodel'],
  base: 'none',
  target: { kind: 'inside', directory, name: 'Garden' },
  ...more,
});

describe('exportModel', () => {
  it('writes both formats, checks them with all images, and stores what it found', async () => {
    const directory = await scratchFolder();
    const steps: ExportProgress[] = [];
    const { folder, models } = await exportModel(
      parts(),
      into(directory, { progress: (step) => steps.push(step) }),
    );
    expect(folder).toBe(path.join(directory, 'Garden model'));
    expect(await readdir(directory)).toEqual(['Garden model']);
    expect(models.map(({ format }) => format)).toEqual(['tfjs', 'savedmodel']);
    for (const { path: place, check, bytes } of models) {
      expect(check).toMatchObject({ images: photos.length, top1Agreement: 1, passed: true });
      expect(check.maxAbsDiff).toBeLessThan(1e-4);
      expect(bytes).toBeGreaterThan(13e6);
      const stored: unknown = JSON.parse(await readFile(path.join(place, 'check.json'), 'utf8'));
      expect(stored).toMatchObject({ ...check, limit: 1e-3, tie: 1e-6 });
    }
    expect(new Set(steps.map(({ step }) => step)).size).toBe(3);
    expect(steps.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
  });

  it('stands beside base classes where asked to, and says what agreed', async () => {
    const request = into(await scratchFolder(), { formats: ['savedmodel'], base: 'imagenet' });
    const { models } = await exportModel(parts(), request);
    expect(models[0]!.check).toMatchObject({ passed: true, images: photos.length });
    expect(models[0]!.check.message).toBe(
      "Read back from the disk, the model gave the app's own answers for 30 images.",
    );
  });

  it('leaves out files that are gone or have changed, and says so', async () => {
    const changed = path.join(await scratchFolder(), 'changed.webp');
    await copyFile(photos[9]!, changed);
    const files = photos.map((file, i) => (i === 3 ? '/gone.webp' : i === 4 ? changed : file));
    const startCheck = () => Promise.resolve(checkLine(script, files));
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
      Promise.resolve(
        checkLine(
          script,
          photos.map(() => '/gone.webp'),
        ),
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
      setTimeout(() => cancel.abort(), 100);
      return Promise.resolve(started);
    };
    await refused('The export was cancelled', parts({ startCheck }), { signal: cancel.signal });
  });

  it('loses its checking process', async () => {
    const startCheck = () => {
      const started = checkLine(script, photos);
      return Promise.resolve({
        ...started,
        run: (ids: number[]) => (started.child.kill('SIGKILL'), started.run(ids)),
      });
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
