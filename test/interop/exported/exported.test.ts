/**
 * @file Real exports of the real program, each read by the programs they are for, from the image files, by the samples that lie
 * beside the models: largest difference, cosine and first class beside the app's. And exports that are spoiled.
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, FORMAT_CHECKS, type ExportFormat } from '../../../main/contract/exportFormats';
import { FAULTS, spoiled } from './broken';
import { Exports } from './exports';
import { MODELS, type ModelName } from './makeExports';
import { READERS, type Reader } from './readers';
import { record } from '../table/reading';

const exports = new Exports();

beforeAll(() => exports.make());
afterAll(() => exports.remove());

const readersOf = (format: ExportFormat): Reader[] =>
  READERS.filter(({ formats }) => formats.includes(format));

describe.each(Object.keys(MODELS) as ModelName[])('a model called %s', (model) => {
  describe.each(EXPORT_FORMATS)('as %s', (format) => {
    const readers = readersOf(format).filter(({ only }) => only === undefined || only === model);

    it.for(readers.map((reader, i) => [i, reader] as const))(
      'answers as the app does, reader %i',
      async ([, reader], { skip, task }) => {
        const why = reader.missing(exports);
        if (why !== null) return skip(why);
        const found = await reader.read(exports, path.join(model, format));
        record(task, { way: 'out', format, reader: reader.name(exports), given: 'files', model, ...found });
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
    if (!reader) return skip(`a spoiled ${format}, for want of a reader`);
    const folder = path.relative(exports.native, spoiled(path.join(exports.native, 'own', format), fault));
    const found = await reader.read(exports, folder);
    expect(found.images).toBe(exports.images);
    expect(found.passed).toBe(false);
  });
});
