/** @file The evidence beside a model: what taught it and checked it, and the id that depends on all of it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../main/contract/exportFormats';
import type { ItemRow } from '../../../../main/contract/model';
import { modelId } from '../../../../main/engine/modelFile/modelId';
import type { Metadata } from '../../../../main/engine/modelFile/metadata';
import { exportModel } from '../../../../main/exporting/exportModel';
import { manifestOf, type ManifestItem } from '../../../../main/exporting/manifest';
import { manifestItems } from '../../../../main/exporting/manifestItems';
import { smallBackbone } from '../engine/backbone/small';
import { lessonOf } from '../engine/export/photos';
import { sha } from './cardFacts';
import { checkLine } from './checkLine';
import { bundle } from './child/bundle';
import { Studio } from './studio';

const given = { how: 'hand', by: 'Ada', at: '2026-01-02T03:04:05.000Z' } as const;
const item = (letter: string, more: Partial<ManifestItem> = {}): ManifestItem => ({
  ...{ sha256: sha(letter), box: null, label: 'Perch', given, role: 'learn', group: `f/${letter}.jpg` },
  ...more,
});

const rowsOf = (csv: Buffer): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv.toString(), { header: true, skipEmptyLines: true }).data;

describe('manifest.csv', () => {
  it('has a row for each item, ordered by content, and a number in place of a group', () => {
    const box = { x: 0.25, y: 0, width: 0.5, height: 1 };
    const items = [
      item('c', { group: 'burst of the pond', label: 'Roach, "red"', role: 'check' }),
      item('a'),
      item('b', { group: 'burst of the pond', box }),
    ];
    const { csv, sha256, items: count } = manifestOf(items);
    expect(count).toBe(3);
    expect(sha256).toBe(createHash('sha256').update(csv).digest('hex'));
    expect(rowsOf(csv)).toEqual([
      row('a', { group: '1' }),
      row('b', { group: '2', x: '0.25', y: '0', width: '0.5', height: '1' }),
      row('c', { group: '2', label: 'Roach, "red"', role: 'check' }),
    ]);
    expect(csv.toString()).not.toContain('pond');
    expect(csv.toString()).not.toContain('.jpg');
  });

  it('does not depend on the order or the places of the images', () => {
    const [a, b] = [item('a'), item('b')];
    const moved = [item('b', { group: 'z/elsewhere.png' }), item('a', { group: 'z/other.png' })];
    expect(manifestOf([a, b]).csv).toEqual(manifestOf(moved).csv);
  });

  it('has no row for what has no embedding, and of a trained head only what it learnt from', () => {
    const lesson = { ...lessonOf({ shots: [2, 1] }), checks: [{ index: 9, class: 1, group: 'g' }] };
    const items = {
      row: (index: number) =>
        ({ id: String(index), state: index === 1 ? 'failed' : 'ready', box: null }) as ItemRow,
      content: (index: number) => sha(String(index)),
      hash: (index: number) => `key ${index}`,
    };
    const labels = Object.fromEntries([0, 1, 5, 9].map((id) => [id, { class: 'c0', ...given }]));
    const found = (learnt: ReadonlySet<string> | null) =>
      manifestItems(lesson, { document: { labels }, items, learnt }).map(({ sha256, role }) => [
        sha256[0],
        role,
      ]);
    expect(found(null)).toEqual([
      ['0', 'learn'],
      ['5', 'learn'],
      ['9', 'check'],
    ]);
    expect(found(new Set(['c0 key 0']))).toEqual([
      ['0', 'learn'],
      ['9', 'check'],
    ]);
  });
});

function row(letter: string, more: Record<string, string>): Record<string, string> {
  return {
    ...{ sha256: sha(letter), x: '', y: '', width: '', height: '', label: 'Perch' },
    ...{ how: 'hand', by: 'Ada', at: given.at, role: 'learn' },
    ...more,
  };
}

describe('the model id', () => {
  let studio: Studio;
  let folder: string;
  beforeAll(async () => {
    const [started, script] = await Promise.all([Studio.start(smallBackbone), bundle('checkChild')]);
    studio = started;
    const target = { kind: 'inside', directory: studio.place('models'), name: 'Garden' } as const;
    const parts = studio.parts(() => checkLine(script, studio.files), { shots: [4, 3] });
    ({ folder } = await exportModel(parts, { formats: [...EXPORT_FORMATS], base: 'none', target }));
  }, 120_000);
  afterAll(() => studio.stop());

  it.each(EXPORT_FORMATS)('of %s is what sha256sum makes of model, labels and manifest', async (format) => {
    const dir = path.join(folder, format);
    const metadata = JSON.parse(await readFile(path.join(dir, 'metadata.json'), 'utf8')) as Metadata;
    const files = metadata.model.files.map(({ name }) => name);
    await writeFile(path.join(dir, 'manifest.csv'), await readFile(path.join(folder, 'manifest.csv')));
    const names = [...files, 'labels.txt', 'manifest.csv'].map((name) => `'${name}'`).join(' ');
    const recipe = `sha256sum ${names} | LC_ALL=C sort -k 2 | sha256sum`;
    const said = execFileSync('sh', ['-c', recipe], { cwd: dir, encoding: 'utf8' });
    expect(metadata.id).toBe(said.slice(0, 64));
    expect(metadata.manifest).toEqual({
      sha256: createHash('sha256')
        .update(await readFile(path.join(folder, 'manifest.csv')))
        .digest('hex'),
      items: 7,
    });
  });

  it('lists what taught it by the hashes of its files', async () => {
    const rows = rowsOf(await readFile(path.join(folder, 'manifest.csv')));
    const hashes = await Promise.all(
      [0, 1, 2, 3, 5, 6, 7].map(async (index) =>
        createHash('sha256')
          .update(await readFile(studio.files[index]!))
          .digest('hex'),
      ),
    );
    expect(rows.map(({ sha256 }) => sha256)).toEqual(hashes.sort());
  });

  it('changes with each part of it', () => {
    const files = [
      { name: 'model.json', sha256: sha('1') },
      { name: 'weights.bin', sha256: sha('2') },
    ];
    const ids = [
      modelId(files, sha('3'), sha('4')),
      modelId([files[0]!, { ...files[1]!, sha256: sha('9') }], sha('3'), sha('4')),
      modelId(files, sha('9'), sha('4')),
      modelId(files, sha('3'), sha('9')),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(modelId([...files].reverse(), sha('3'), sha('4'))).toBe(ids[0]);
  });
});
