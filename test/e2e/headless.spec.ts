/** @file `imprint` and `classify` as a person runs them: results, files, and what becomes of odd input. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { root } from '../../scripts/setup/paths.mjs';
import { classifySchema, imprintSchema, type ImprintJson } from './headlessContract';
import { Commands } from './headlessRun';
import { modelsIn } from './homes';
import { photosByClass, samplePhotos } from './photos';

const photos = path.join(root, 'resources/samples/photos');
const goldens = path.join(root, 'test/golden/backbone/efficientnet-lite0/inputs');
const OWN = ['bird', 'fish', 'hammer'];
const EACH = 6;
/** Rows of more than 800 letters each: together more than twice what a pipe holds, so that the last must wait for the reader. */
const MANY = 200;
/** So many that no machine has classified them before it says how far it is. */
const LOTS = 5000;

let commands: Commands;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  commands = await Commands.atFirst('headless');
  await photosByClass(commands.place('photos'), OWN, EACH);
  await fs.copyFile(path.join(photos, 'baseball.webp'), commands.place('photos/unlabelled.webp'));
  await addOddities(commands.place('photos'));
  await copyBase(commands.place('base'));
});
test.afterAll(() => commands.remove());

test('imprints beside ImageNet from drawn images, into a project and an export', async () => {
  await expect(fs.stat(modelsIn(commands.home))).rejects.toThrow('ENOENT');
  const base = ['--base', 'imagenet', '--base-images', 'base'];
  const drawn = ['--shots', '3', '--seed', '4', '--project', 'kept'];
  const files = ['--export', 'model', '--formats', 'tfjs,savedmodel', '--json', 'imprint.json'];
  const { code, out, err } = await commands.run('imprint', 'photos', ...base, ...drawn, ...files);
  expect(err.replace(/^((Reading|Preparing|Writing|Checking) .*|photos?\/.*|.* is a pipe.*)\n/gm, '')).toBe(
    '',
  );
  expect(code).toBe(0);
  // The engine has written its model in this home, which had none.
  expect(await fs.readdir(modelsIn(commands.home))).toEqual([
    expect.stringMatching(/^efficientnet-lite0-[0-9a-f]{16}$/),
  ]);
  const report = imprintSchema.parse(await commands.json('imprint.json'));
  expect(report).toMatchObject({ backbone: 'efficientnet-lite0', base: 'imagenet', join: 'replace' });
  expect(report.classes.map(({ name, images, groups }) => [name, images, groups])).toEqual(
    OWN.map((name) => [name, 3, 3]),
  );
  const { total, embedded, failed } = report.images;
  expect([total, embedded, failed.length]).toEqual([OWN.length * EACH + 1 + 5, OWN.length * EACH + 1, 5]);
  const { novelAccuracy, baseAccuracy, harmonicMean, allAccuracy, leaveOneOutAccuracy, estimable } =
    report.evaluation;
  expect(novelAccuracy).toBeGreaterThan(60);
  expect(baseAccuracy).toBeGreaterThan(50);
  expect(harmonicMean).toBeCloseTo(
    (2 * novelAccuracy! * baseAccuracy!) / (novelAccuracy! + baseAccuracy!),
    9,
  );
  // 9 own images were not drawn, and there are 6 of base classes.
  expect(allAccuracy).toBeCloseTo((9 * novelAccuracy! + 6 * baseAccuracy!) / 15, 9);
  expect([leaveOneOutAccuracy === null, estimable]).toEqual([false, 3]);
  expect(out).toContain('Novel accuracy (images not drawn; 3 per class drawn with seed 4)');
  expect(out).toContain('notes.txt is not named like an image');
  expect(report.exports.map(({ format, path: place }) => [format, place])).toEqual([
    ['tfjs', commands.place('model/tfjs')],
    ['savedmodel', commands.place('model/savedmodel')],
  ]);
  expectChecked(report);
});

test('each odd file is listed with its reason', async () => {
  const { images } = imprintSchema.parse(await commands.json('imprint.json'));
  const reasons = Object.fromEntries(images.failed.map(({ path: place, reason }) => [place, reason]));
  expect(Object.keys(reasons).sort()).toEqual(
    ['bird/loop', 'bird/notes.txt', 'bird/pipe.jpg', 'fish/empty.jpg', 'fish/words.jpg'].sort(),
  );
  expect(reasons['bird/pipe.jpg']).toContain('is a pipe');
  expect(reasons['bird/loop']).toContain('is a link back');
});

test('the project keeps the drawn labels, named as the folders, and none of the base images', async () => {
  const { folders, classes, labels, settings } = await commands.json<{
    folders: { path: string }[];
    classes: { id: string; name: string; key: string | null }[];
    labels: Record<string, { class: string; how: string }>;
    settings: { base: string };
  }>('kept.imprint/project.json');
  expect(folders.map((folder) => folder.path)).toEqual([commands.place('photos')]);
  expect(classes.map(({ name, key }) => [name, key])).toEqual(OWN.map((name, i) => [name, String(i + 1)]));
  expect(Object.values(labels).map(({ how }) => how)).toEqual(Array(9).fill('folder'));
  expect(settings.base).toBe('imagenet');
  expect((await fs.readdir(commands.place('kept.imprint'))).sort()).not.toContain('project.lock');
});

const AGAIN = ['imprint', 'photos', '--project', 'kept', '--export', 'model', '--formats', 'savedmodel'];

test('an earlier export is left alone unless its replacement is asked for', async () => {
  const refused = await commands.run(...AGAIN);
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('model exists already and was not touched'),
  ]);
  expect((await fs.readdir(commands.place('model'))).sort()).toEqual(['manifest.csv', 'savedmodel', 'tfjs']);
});

test('goes on with the project, decodes nothing again, and exports what the project says in place of the earlier', async () => {
  const { code, err } = await commands.run(...AGAIN, '--force', '--json', 'again.json');
  expect([code, err.includes('Reading images')]).toEqual([0, false]);
  const report = imprintSchema.parse(await commands.json('again.json'));
  expect(report.base).toBe('imagenet');
  expect(report.embedding.imagesPerSecond).toBeNull();
  expect(report.classes.map(({ images }) => images)).toEqual([EACH, EACH, EACH]);
  expect(report.exports.map(({ path: place }) => place)).toEqual([commands.place('model/savedmodel')]);
  expectChecked(report);
  expect((await fs.readdir(commands.place('model'))).sort()).toEqual(['manifest.csv', 'savedmodel']);
});

test('draws nothing where a project has labels, and says no more than that', async () => {
  const { code, err } = await commands.run('imprint', 'photos', '--project', 'kept', '--shots', '2');
  expect(code).toBe(1);
  expect(err.replace(/^.* is a pipe.*\n/gm, '')).toMatch(
    /^--shots draws .* this project has labels already: .*\n$/,
  );
});

test('classifies a folder by the project, and leaves the project as it was', async () => {
  const before = await contentOf(commands.place('kept.imprint'));
  const words = ['--project', 'kept', '--json', 'rows.json', '--csv', 'rows.csv'];
  const { code, out } = await commands.run('classify', 'photos', ...words);
  expect(code).toBe(0);
  const rows = classifySchema.parse(await commands.json('rows.json'));
  const read = rows.filter((row) => row.label !== null);
  expect(read).toHaveLength(OWN.length * EACH + 1);
  const right = read.filter((row) => row.path.startsWith(`${row.label}/`));
  expect(right.length).toBeGreaterThan(16);
  expect(out).toContain('fish/words.jpg');
  const csv = Papa.parse<Record<string, string>>(await fs.readFile(commands.place('rows.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.data.map((line) => [line['path'], line['label']])).toEqual(
    rows.map((row) => [row.path, row.label ?? '']),
  );
  expect(await contentOf(commands.place('kept.imprint'))).toEqual(before);
});

test('an exported model classifies as its project does', async () => {
  const model = await commands.run('classify', 'photos', '--model', 'model', '--json', 'by-model.json');
  expect(model.code).toBe(0);
  const labels = async (name: string): Promise<unknown> =>
    classifySchema.parse(await commands.json(name)).map(({ path: place, label }) => [place, label]);
  expect(await labels('by-model.json')).toEqual(await labels('rows.json'));
});

test('nothing stays behind', async () => {
  expect(await commands.leftovers()).toEqual([]);
});

test('160 KB of results reach a slow reader whole', async () => {
  const deep = path.join('many', ...Array<string>(4).fill('x'.repeat(200)));
  await fs.mkdir(commands.place(deep), { recursive: true });
  const [photo = ''] = await samplePhotos('fish', 1);
  for (let i = 0; i < MANY; i++) await fs.copyFile(photo, commands.place(deep, `${i}.webp`));
  const { child, ended } = commands.start('classify', 'many', '--project', 'kept');
  child.stdout?.on('data', () => {
    child.stdout?.pause();
    setTimeout(() => child.stdout?.resume(), 100);
  });
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out.length).toBeGreaterThan(160_000);
  expect(out.match(/^[x/]+\d+\.webp /gm)).toHaveLength(MANY);
});

test('a command that is stopped tells and writes nothing of what it has so far', async () => {
  await fs.mkdir(commands.place('lots'));
  const [photo = ''] = await samplePhotos('fish', 1);
  await fs.copyFile(photo, commands.place('lots/0.webp'));
  for (let i = 1; i < LOTS; i++)
    await fs.link(commands.place('lots/0.webp'), commands.place(`lots/${i}.webp`));
  const words = ['--model', 'model', '--csv', 'stopped.csv', '--json', 'stopped.json'];
  const running = commands.start('classify', 'lots', ...words);
  await running.said('Classifying images');
  running.child.kill('SIGINT');
  const { code, out, err } = await running.ended;
  expect(err).toMatch(/^Stopped\./m);
  expect([code, out]).toEqual([130, '']);
  expect((await fs.readdir(commands.folder)).filter((name) => name.startsWith('stopped.'))).toEqual([]);
});

/** Each model answers about every image that could be read as the app does. */
function expectChecked({ exports }: ImprintJson): void {
  for (const { check } of exports) {
    expect(check).toMatchObject({ images: OWN.length * EACH + 1, top1Agreement: 1 });
    expect(check.maxAbsDiff).toBeLessThan(1e-3);
  }
}

async function addOddities(target: string): Promise<void> {
  await fs.writeFile(path.join(target, 'bird/notes.txt'), 'seen in May');
  execFileSync('mkfifo', [path.join(target, 'bird/pipe.jpg')]);
  await fs.symlink('..', path.join(target, 'bird/loop'));
  await fs.writeFile(path.join(target, 'fish/words.jpg'), 'no picture');
  await fs.writeFile(path.join(target, 'fish/empty.jpg'), '');
}

/** The backbone's own golden images, one folder per base class: some named by label, some by number. */
async function copyBase(target: string): Promise<void> {
  const { images } = JSON.parse(await fs.readFile(path.join(goldens, '../goldens.json'), 'utf8')) as {
    images: { file: string; class: number }[];
  };
  const labels = (
    await fs.readFile(path.join(root, 'resources/backbones/efficientnet-lite0/labels.txt'), 'utf8')
  ).split('\n');
  for (const [i, { file, class: number }] of images.entries()) {
    const folder = path.join(target, i % 2 === 0 ? String(number) : (labels[number] ?? ''));
    await fs.mkdir(folder, { recursive: true });
    await fs.copyFile(path.join(goldens, file), path.join(folder, file));
  }
}

async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const all = entries.map(async (entry): Promise<[string, string][]> => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return Object.entries(await contentOf(place));
    return [
      [
        place,
        createHash('sha256')
          .update(await fs.readFile(place))
          .digest('hex'),
      ],
    ];
  });
  return Object.fromEntries((await Promise.all(all)).flat());
}
