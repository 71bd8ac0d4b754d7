/**
 * @file A model of the person's own without the window: compared, added, listed, seen by, removed; and what is refused, with
 * nothing left behind.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  backboneAddSchema,
  backboneRemoveSchema,
  backbonesSchema,
  imprintSchema,
  type BackboneAddJson,
} from './headlessContract';
import { Commands, type Ended } from './headlessRun';
import { ownModels, type OwnModels } from './ownModels';
import { photosByClass } from './photos';

test.describe.configure({ mode: 'serial' });

const SHIPPED = ['efficientnet-lite0', 'efficientnet-lite2'];
/** In each of two folders that are classes. */
const EACH = 4;

let commands: Commands;
let models: OwnModels;
let photos: string;
let id: string;

test.beforeAll(async () => {
  commands = await Commands.in('headless-backbones');
  models = await ownModels(commands.folder);
  photos = await photosByClass(commands.place('some'), ['bird', 'fish'], EACH);
});
test.afterAll(() => commands.remove());

/** The folder of backbones that were added. */
async function ownFolder(): Promise<string> {
  const config = commands.place('home', '.config');
  const [name] = await fs.readdir(config);
  return path.join(config, name!, 'backbones');
}

/** What is in it, hidden ones included. */
const kept = async (): Promise<string[]> => fs.readdir(await ownFolder()).catch(() => []);

async function ids(): Promise<string[]> {
  const ended = await commands.run('backbones', '--json', 'list.json', '--force');
  expect(ended).toMatchObject({ code: 0, err: '' });
  const { backbones } = backbonesSchema.parse(await commands.json('list.json'));
  for (const one of backbones) expect(ended.out).toContain(one.id);
  return backbones.map((one) => one.id);
}

/** Every remark on stderr but the last is of work that was under way. */
function expectRefused({ code, out, err }: Ended, exit: number, sentence: RegExp): void {
  expect(err.trimEnd().split('\n').at(-1)).toMatch(sentence);
  expect([code, out]).toEqual([exit, '']);
}

test('what came with the program is listed, with no speed that nobody measured', async () => {
  expect(await ids()).toEqual(SHIPPED);
  const { backbones } = backbonesSchema.parse(await commands.json('list.json'));
  expect(backbones.map(({ kind, values, imagesPerSecond }) => [kind, values, imagesPerSecond])).toEqual([
    ['shipped', 1280, null],
    ['shipped', 1280, null],
  ]);
});

test('what cannot be told from the model is asked for, and nothing is added', async () => {
  expectRefused(await commands.run('backbone-add', models.layers), 1, /give --normalise, or --compare/);
  expectRefused(await commands.run('backbone-add', models.curious), 1, /ReadFile/);
  expectRefused(await commands.run('backbone-add', 'nowhere'), 1, /^There is no folder .*nowhere\.$/);
  expect(await kept()).toEqual([]);
});

test('all ways are compared, and nothing is added', async () => {
  const { code } = await commands.run('backbone-add', models.layers, '--compare', '--json', 'ways.json');
  expect(code).toBe(0);
  const { model, ways, trial, backbone } = backboneAddSchema.parse(await commands.json('ways.json'));
  expect([model.kind, model.side, model.files, trial, backbone]).toEqual(['tfjs-layers', 32, 2, null, null]);
  // Five normalisations by two orders of colours.
  expect(ways).toHaveLength(10);
  expect(await kept()).toEqual([]);
});

test('Ctrl-C stops it, and nothing is added', async () => {
  const running = commands.start('backbone-add', models.savedModel, '--normalise', 'bytes');
  await running.said('Reading sample photos');
  running.child.kill('SIGINT');
  const { code, out, err } = await running.ended;
  expect(err).toMatch(/^Stopped\./m);
  expect([code, out]).toEqual([130, '']);
  expect(await kept()).toEqual([]);
});

test('a model is added as it is told, and measured', async () => {
  const words = [
    '--normalise',
    'unit',
    '--name',
    'Small net',
    '--licence',
    'CC0-1.0',
    '--json',
    'added.json',
  ];
  const { code, out } = await commands.run('backbone-add', models.layers, ...words);
  expect(code).toBe(0);
  const added = backboneAddSchema.parse(await commands.json<BackboneAddJson>('added.json'));
  expect(added.ways).toBeNull();
  expect(added.choices).toEqual({ output: 'pooled', side: 32, normalisation: 'unit', colour: 'RGB' });
  expect(added.trial).toMatchObject({ dimension: 64, estimated: { photos: 117 }, figure: { photos: 72 } });
  expect(added.backbone).toMatchObject({ name: 'Small net', licence: 'CC0-1.0' });
  id = added.backbone!.id;
  expect(out).toContain(`added as ${id} (Small net): --backbone ${id}`);
  expect(await kept()).toEqual([id]);
});

test('it is listed as it was measured, and not added twice', async () => {
  expect(await ids()).toEqual([...SHIPPED, id]);
  const { backbones } = backbonesSchema.parse(await commands.json('list.json'));
  const { trial, model } = await commands.json<BackboneAddJson>('added.json');
  const { imagesPerSecond } = trial!;
  const facts = { name: 'Small net', kind: 'own', side: 32, values: 64, bytes: model.bytes, imagesPerSecond };
  expect(backbones.at(-1)).toMatchObject({ id, ...facts });
  expect(backbones.at(-1)!.hash.slice(0, 12)).toBe(id.slice('own-'.length));
  const again = await commands.run('backbone-add', models.layers, '--normalise', 'unit');
  expectRefused(again, 1, /‘Small net’, which is there already/);
  expect(again.err).not.toContain('sample photos');
  expect(await kept()).toEqual([id]);
});

test('a folder is imprinted by it, asked for by its name', async () => {
  const words = ['--backbone', 'Small net', '--project', 'photos', '--json', 'imprint.json'];
  const { code, out } = await commands.run('imprint', photos, ...words);
  expect(code).toBe(0);
  const report = imprintSchema.parse(await commands.json('imprint.json'));
  expect([report.backbone, report.base, report.images.embedded]).toEqual([id, 'none', 2 * EACH]);
  expect(report.exports).toEqual([]);
  expect(report.ownBackbone).toEqual({ name: 'Small net', kind: 'tfjs-layers', side: 32 });
  expect(out).toContain(`Head: Small net (${id})`);
});

test('a shipped one, and one that is not there, are not removed', async () => {
  const own = new RegExp(`your own are ${id} \\(Small net\\)\\.$`);
  const ofProgram = await commands.run('backbone-remove', SHIPPED[0]!);
  expectRefused(ofProgram, 2, /^'efficientnet-lite0' comes with/);
  expectRefused(ofProgram, 2, own);
  expectRefused(await commands.run('backbone-remove', 'own-000000000000'), 2, own);
  expect(await kept()).toEqual([id]);
});

test('it is removed, and what it was is written down', async () => {
  const [before] = (await commands.json<{ backbones: unknown[] }>('list.json')).backbones.slice(-1);
  const { code, out, err } = await commands.run('backbone-remove', 'small NET', '--json', 'removed.json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^removed ${id} \\(Small net\\)`));
  expect(backboneRemoveSchema.parse(await commands.json('removed.json'))).toEqual({ removed: before });
  expect([await kept(), await ids()]).toEqual([[], SHIPPED]);
  expectRefused(await commands.run('backbone-remove', id), 2, /there are none of your own\.$/);
});

test('one that is damaged is told apart, with the reason, and removed by its id', async () => {
  const [parent, broken] = [await ownFolder(), 'own-0123456789ab'];
  await fs.mkdir(path.join(parent, broken));
  await fs.writeFile(path.join(parent, broken, 'backbone.json'), '{"schema": 1,');
  const listed = await commands.run('backbones', '--json', 'list.json', '--force');
  expect(listed.code).toBe(0);
  const { backbones, damaged } = backbonesSchema.parse(await commands.json('list.json'));
  expect(backbones.map((one) => one.id)).toEqual(SHIPPED);
  expect(damaged).toEqual([{ id: broken, reason: expect.stringContaining('backbone.json cannot be read') }]);
  expect(listed.out).toMatch(new RegExp(`^${broken}, your own, is damaged: .*backbone-remove\\.$`, 'm'));
  const removed = await commands.run('backbone-remove', broken, '--json', 'removed.json', '--force');
  expect([removed.code, removed.err]).toEqual([0, '']);
  expect(backboneRemoveSchema.parse(await commands.json('removed.json')).removed).toEqual(damaged![0]);
  expect([await kept(), await ids()]).toEqual([[], SHIPPED]);
});

test('a project that was seen by it says so by its name', async () => {
  const named = new RegExp(`backbone ‘Small net’ \\(${id}\\), which is not installed here: add it again`);
  expectRefused(await commands.run('classify', photos, '--project', 'photos'), 1, named);
  expectRefused(await commands.run('imprint', photos, '--project', 'photos'), 1, named);
  const other = await commands.run('imprint', photos, '--project', 'photos', '--backbone', SHIPPED[0]!);
  expect(other.code).toBe(0);
});
