/** @file Measuring the backbone's own classes: the folder's names, what is asked, the receipt that is kept. */
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BaseImages } from '../../../../main/desk/baseImages';
import { receiptOf } from '../../../../main/desk/baseReceipt';
import { EngineGone } from '../../../../main/engine/supervisor';
import type { OtherFile, OtherRead } from '../../../../main/images/otherImages';

const LABELS = ['tench', 'tabby', 'hammer'];
let home = '';
beforeEach(async () => {
  home = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-base-'));
  for (const file of ['tabby/a.jpg', 'tabby/deep/b.jpg', '2/c.jpg', 'loose.jpg']) {
    await fs.mkdir(path.join(home, 'base', path.dirname(file)), { recursive: true });
    await fs.writeFile(path.join(home, 'base', file), file);
  }
});
afterEach(() => fs.rm(home, { recursive: true, force: true }));

const asked: unknown[] = [];
function measuring(some: { read?: (files: readonly OtherFile[]) => OtherRead[]; call?: () => never } = {}) {
  asked.length = 0;
  const call = (name: string, arg: unknown) => {
    if (name === 'baseLabels') return Promise.resolve(LABELS);
    asked.push(arg);
    return Promise.resolve().then(() => some.call?.() ?? { images: 3, before: 3, after: 2, lost: 1 });
  };
  const read = some.read ?? ((files) => files.map(({ path: file }) => ({ hash: path.basename(file) })));
  const images = {
    read: (files: readonly OtherFile[]) => Promise.resolve(read(files)),
    cancel: () => undefined,
  };
  const parts = {
    ...{ images, engine: { call }, store: { readOnly: null, revision: 7 }, notice: () => undefined },
    answers: { lesson: (base: string) => ({ settings: { base, join: 'replace' } }) },
    folder: path.join(home, 'evaluations'),
  };
  return new BaseImages(parts as unknown as ConstructorParameters<typeof BaseImages>[0]);
}

const base = (): string => path.join(home, 'base');

describe('base images', () => {
  it('are asked about by the class that the first folder names, beside base classes', async () => {
    const receipt = (await measuring().measure(base()))!;
    expect(asked).toEqual([
      {
        lesson: { settings: { base: 'imagenet', join: 'replace' } },
        images: expect.arrayContaining([
          { hash: 'a.jpg', class: 1 },
          { hash: 'b.jpg', class: 1 },
          { hash: 'c.jpg', class: 2 },
        ]) as unknown,
      },
    ]);
    expect(receipt).toMatchObject({
      revision: 7,
      folder: 'base',
      images: 3,
      classes: 2,
      join: 'replace',
      lost: 1,
    });
    expect(receipt.before).toMatchObject({ value: 1, n: 3 });
    expect(receipt.after.value).toBeCloseTo(2 / 3, 12);
  });

  it('leave a receipt in the project’s folder, and null where there is none or it is damaged', async () => {
    expect(await measuring().receipt()).toBeNull();
    const receipt = await measuring().measure(base());
    expect(await measuring().receipt()).toEqual(receipt);
    await fs.writeFile(path.join(home, 'evaluations/base.json'), '{"format":1');
    expect(await measuring().receipt()).toBeNull();
  });

  it('are refused where folders name no base class, there are none, or none can be read', async () => {
    await expect(measuring().measure(path.join(home, 'base/tabby/deep'))).rejects.toThrow(
      'no subfolder with images',
    );
    const unread = () => [{ failure: { code: 'x', reason: 'no' } }];
    await expect(measuring({ read: unread }).measure(base())).rejects.toThrow('could be read');
    await fs.rename(path.join(base(), '2'), path.join(base(), 'unicorn'));
    await expect(measuring().measure(base())).rejects.toThrow('unicorn names no base class');
  });

  it('come to nothing, and say so, where the engine ends; to null where they are cancelled', async () => {
    const gone = (): never => {
      throw new EngineGone('gone');
    };
    await expect(measuring({ call: gone }).measure(base())).rejects.toThrow('nothing was measured');
    const made: BaseImages = measuring({
      read: (files) => (made.cancel(), files.map(() => ({ hash: 'x' }))),
    });
    expect(await made.measure(base())).toBeNull();
    expect(await made.receipt()).toBeNull();
  });
});

describe('a receipt', () => {
  const about = {
    at: '2026-01-01T00:00:00.000Z',
    revision: 1,
    folder: 'base',
    classes: 2,
    join: 'replace',
  } as const;
  it.each([
    [{ images: 10, before: 8, after: 8, lost: 0 }, 'Nothing was lost'],
    [
      { images: 10, before: 8, after: 6, lost: 2 },
      '2 of 10 images that ImageNet’s classes had named rightly go to yours now.',
    ],
    [
      { images: 10, before: 8, after: 7, lost: 1 },
      '1 of 10 images that ImageNet’s classes had named rightly goes to yours now.',
    ],
    [
      { images: 10, before: 8, after: 6, lost: 1 },
      '2 of 10 images are no longer named rightly; your classes took 1',
    ],
    [{ images: 10, before: 8, after: 9, lost: 1 }, 'As many of 10 images are named rightly as before'],
  ])('of %j says so', (impact, sentence) => {
    expect(receiptOf(impact, about).sentence).toContain(sentence);
  });
});
