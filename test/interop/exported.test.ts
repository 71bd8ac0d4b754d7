/**
 * @file Real exports of the real program, each read by the programs they are for, from the image files, by the samples that lie
 * beside the models: largest difference, cosine and first class beside the app's. And exports that are spoiled.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, FORMAT_CHECKS, type ExportFormat } from '../../main/contract/exportFormats';
import { FAULTS, spoiled } from './exported/broken';
import { Exports } from './exported/exports';
import { MODELS, type ModelName } from './exported/makeExports';
import { READERS, type Reader } from './exported/readers';
import { Table } from './exported/table';

const exports = new Exports();
const table = new Table();

beforeAll(() => exports.make());
afterAll(async () => {
  const results = path.resolve('test-results');
  mkdirSync(results, { recursive: true });
  table.finish(path.join(results, 'interop.json'));
  await exports.remove();
});

const readersOf = (format: ExportFormat): Reader[] =>
  READERS.filter(({ formats }) => formats.includes(format));

describe.each(Object.keys(MODELS) as ModelName[])('a model called %s', (model) => {
  describe.each(EXPORT_FORMATS)('as %s', (format) => {
    const readers = readersOf(format).filter(({ only }) => only === undefined || only === model);

    it.for(readers.map((reader, i) => [i, reader] as const))(
      'answers as the app does, reader %i',
      async ([, reader], { skip }) => {
        const why = reader.missing(exports);
        if (why !== null) return skip(table.skipped(why));
        const began = performance.now();
        const found = await reader.read(exports, path.join(model, format));
        const seconds = (performance.now() - began) / 1000;
        table.add({ model, format, reader: reader.name(exports), ...found, seconds });
        expect(found.images).toBe(reader.slow ? exports.fewImages : exports.images);
        if (reader.own) return;
        expect(found.maxAbsDiff).toBeLessThanOrEqual(FORMAT_CHECKS[format].limit);
        expect([found.top1Agreement, found.passed]).toEqual([1, true]);
      },
    );
  });
});

describe('an export that was spoiled', () => {
  const cases = EXPORT_FORMATS.flatMap((format) => FAULTS.map((fault) => [format, fault] as const));

  it.for(cases)('as %s by its %s is found out', async ([format, fault], { skip }) => {
    const reader = readersOf(format).find((one) => one.missing(exports) === null);
    if (!reader) return skip(table.skipped(`a spoiled ${format}, for want of a reader`));
    const folder = path.relative(exports.native, spoiled(path.join(exports.native, 'own', format), fault));
    const found = await reader.read(exports, folder);
    expect(found.images).toBe(exports.images);
    expect(found.passed).toBe(false);
  });
});
