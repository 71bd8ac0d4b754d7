/**
 * @file Labels in and out, with real images. What is saved is there, reads back as it was, and boasts of nothing else; so are the
 * results of another folder, which is classified apart from the project and never teaches. Labels from a CSV and from folder names
 * are planned, shown, applied and taken back.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { photosOf, samplePhotos } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3 }));
  await one.label.select('fish-1.webp', 'fish-2.webp');
  await one.label.newClass('Fish');
  // Who selects something else before the class is there would label that.
  await expect(one.label.labelled('Fish')).toHaveCount(2);
  await one.label.select('windmill-1.webp');
  await one.label.newClass('Windmill');
  await expect(one.label.labelled('Windmill')).toHaveCount(1);
  await one.label.settled();
});

const dialog = () => app.studio.page.getByRole('dialog', { name: 'Save labels as' });

async function menu(): Promise<void> {
  await app.studio.page.getByRole('button', { name: 'Project Pond' }).click();
}

/** @returns the folder that was written */
async function save(format: string, into: string, option?: string): Promise<string> {
  const directory = path.join(app.home, into);
  await fs.mkdir(directory);
  await app.studio.answerDialog(directory);
  await menu();
  await app.studio.page.getByRole('menuitem', { name: 'Save labels as…' }).click();
  await dialog()
    .getByRole('radio', { name: new RegExp(`^${format}`) })
    .check();
  if (option) await dialog().getByRole('checkbox', { name: option }).check();
  await dialog().getByRole('button', { name: 'Choose a folder and save…' }).click();
  await expect(dialog().getByRole('status')).toContainText(/saved/);
  await expect(dialog()).toContainText(directory);
  if (format === 'CSV') await expectAccessible(app.studio.page, 'save labels, done');
  await dialog().getByRole('button', { name: 'Close' }).click();
  const names = await fs.readdir(directory);
  expect(names).toHaveLength(1);
  return path.join(directory, names[0]!);
}

test('its dialog is there for every person', async () => {
  const { page } = app.studio;
  await menu();
  await page.getByRole('menuitem', { name: 'Save labels as…' }).click();
  await expect(dialog().getByRole('radio', { name: /^CSV/ })).toBeVisible();
  await expectAccessible(page, 'save labels');
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
});

test('as CSV, which a new project of the same images takes over', async () => {
  const folder = await save('CSV', 'as csv');
  const csv = await fs.readFile(path.join(folder, 'images.csv'), 'utf8');
  // The camera's times of those photos that have one.
  expect(csv).toBe(
    [
      ...['path,label,time', 'fish-1.webp,Fish,', 'fish-2.webp,Fish,2007-05-25T08:45:12'],
      ...['windmill-1.webp,Windmill,2005-06-27T15:02:08', ''],
    ].join('\n'),
  );
  expect(await fs.readFile(path.join(folder, 'labels.csv'), 'utf8')).toBe(
    'index,label\n0,Fish\n1,Windmill\n',
  );

  const { page } = app.studio;
  await app.studio.answerDialog(path.join(folder, 'images.csv'));
  await menu();
  await page.getByRole('menuitem', { name: 'Import labels' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /^From a file/ }).click();
  const plan = page.getByRole('dialog', { name: 'Import labels from images.csv?' });
  await expect(plan).toContainText('3 items have the same label already');
  await expect(plan).toContainText('Nothing of this is new to the project.');
  await plan.getByRole('button', { name: 'Cancel' }).click();
});

test('as class folders, with those without a label apart', async () => {
  const folder = await save('Class folders', 'as folders', 'Images without a label too');
  const files = (name: string) => fs.readdir(path.join(folder, name));
  expect(await files('Fish')).toEqual(['fish-1.webp', 'fish-2.webp']);
  expect(await files('Windmill')).toEqual(['windmill-1.webp']);
  expect(await files('_unlabeled')).toEqual(['fish-3.webp', 'windmill-2.webp', 'windmill-3.webp']);
  const [copy, original] = [
    path.join(folder, 'Fish', 'fish-1.webp'),
    path.join(app.home, 'Pond', 'fish-1.webp'),
  ];
  expect(await fs.readFile(copy)).toEqual(await fs.readFile(original));
});

test('embeddings as NumPy: one row for each image, as long as the backbone says, none empty', async () => {
  const folder = await save('Embeddings', 'as npy');
  const npy = await fs.readFile(path.join(folder, 'embeddings.npy'));
  expect(npy.toString('latin1', 10, 127)).toContain(
    "'descr': '<f4', 'fortran_order': False, 'shape': (6, 1280)",
  );
  const values = new Float32Array(npy.buffer.slice(npy.byteOffset + 128, npy.byteOffset + npy.length));
  expect(values).toHaveLength(6 * 1280);
  for (let row = 0; row < 6; row++)
    expect(Math.max(...values.subarray(row * 1280, (row + 1) * 1280))).toBeGreaterThan(0);
  const rows = (await fs.readFile(path.join(folder, 'embeddings.csv'), 'utf8')).trim().split('\n');
  expect(rows.map((row) => row.split(',')[2])).toEqual([
    'path',
    ...[1, 2, 3].map((n) => `fish-${n}.webp`),
    ...[1, 2, 3].map((n) => `windmill-${n}.webp`),
  ]);
});

test('guesses of every image as CSV', async () => {
  const folder = await save('Guesses', 'as guesses');
  const rows = (await fs.readFile(path.join(folder, 'guesses.csv'), 'utf8')).trim().split('\n');
  expect(rows).toHaveLength(7);
  expect(rows.slice(1).every((row) => /,(Fish|Windmill|none of these),/.test(row))).toBe(true);
});

test.describe('another folder', () => {
  test.beforeAll(async () => {
    const folder = path.join(app.home, 'Trip');
    await fs.mkdir(folder);
    for (const kind of ['fish', 'windmill'])
      await fs.copyFile((await samplePhotos(kind, 6))[5]!, path.join(folder, `new ${kind}.webp`));
  });

  test('its images are guessed and listed apart, and the counts of the project stay', async () => {
    const { page } = app.studio;
    await app.studio.answerDialog(path.join(app.home, 'Trip'));
    await menu();
    await page.getByRole('menuitem', { name: 'Classify another folder…' }).click();
    // The project's own list has one guess of each as well.
    await expect(page.getByRole('option')).toHaveCount(2);
    await expect(app.label.guessed('Fish')).toHaveCount(1);
    await expect(app.label.guessed('Windmill')).toHaveCount(1);
    await expect(app.label.status).toContainText('3 of 6 labelled');
  });

  test('its results go into class folders and a CSV', async () => {
    const { page } = app.studio;
    const out = path.join(app.home, 'out');
    await fs.mkdir(out);
    await app.studio.answerDialog(out);
    for (const format of ['Guesses', 'Class folders']) {
      await menu();
      await page.getByRole('menuitem', { name: 'Results of Trip (2)' }).press('ArrowRight');
      await page.getByRole('menuitem', { name: 'Save them as…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Save results as' });
      await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
      await dialog.getByRole('button', { name: 'Choose a folder and save…' }).click();
      await expect(dialog.getByRole('status').filter({ hasText: '2 items saved' })).toBeVisible();
      await dialog.getByRole('button', { name: 'Close' }).click();
    }
    const csv = await fs.readFile(path.join(out, 'Trip by Pond guesses', 'guesses.csv'), 'utf8');
    expect(
      csv
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
    ).toEqual(['new fish.webp', 'new windmill.webp']);
    const folders = path.join(out, 'Trip by Pond class folders');
    const images = (await fs.readFile(path.join(folders, 'images.csv'), 'utf8')).trim().split('\n').slice(1);
    expect(images).toHaveLength(2);
    for (const row of images) await fs.access(path.join(folders, row.split(',')[0]!));
  });

  test('the folder can be taken out again', async () => {
    const { page } = app.studio;
    await menu();
    await page.getByRole('menuitem', { name: 'Results of Trip (2)' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'Take this folder out' }).click();
    await expect(page.getByRole('option')).toHaveCount(6);
    await menu();
    await expect(page.getByRole('menuitem', { name: 'Classify another folder…' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /^Results of/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
});

test.describe('labels from elsewhere', () => {
  test.beforeAll(async () => {
    await app.open(await photosOf(app.home, { fish: 3, windmill: 3, arch: 2 }, 'Meadow'));
  });

  const dialog = () => app.studio.page.getByRole('dialog', { name: /^Import labels from/ });

  async function importFile(name: string, text: string): Promise<void> {
    const file = path.join(app.home, name);
    await fs.writeFile(file, text);
    await app.studio.answerDialog(file);
    const { page } = app.studio;
    await page.getByRole('button', { name: 'Project Meadow' }).click();
    await page.getByRole('menuitem', { name: 'Import labels' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: /^From a file/ }).click();
    await expect(dialog()).toBeVisible();
  }

  test('a CSV is shown as a plan, with the rows that are left out, and nothing is changed by looking', async () => {
    await importFile(
      'Labels.csv',
      '\ufefffile;Class;Burst\r\nfish-1.webp;Fish;b1\r\nMeadow\\fish-2.webp;fish;b1\r\nwindmill-1.webp;Windmill;\r\nghost.webp;Fish;\r\narch-1.webp;;\r\nfish-1.webp;Windmill;\r\n',
    );
    await expect(dialog()).toContainText('CSV, 6 rows, of which 3 can be used');
    const rows = dialog().getByRole('region', { name: 'Classes' }).getByRole('row');
    await expect(rows).toHaveText([/Class/, /Fish\s*new\s*2/, /Windmill\s*new\s*1/]);
    const problems = dialog().getByRole('list', { name: '3 rows left out' }).getByRole('listitem');
    await expect(problems).toHaveText([
      /Line 5\s*There is no image ghost.webp in this project./,
      /Line 6\s*The label is empty./,
      /Line 7\s*fish-1.webp has the label Fish already, in line 2./,
    ]);
    await expectAccessible(app.studio.page, 'import, rows left out');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog()).toBeHidden();
    expect(await app.classes.names()).toEqual([]);
  });

  test('importing is one step, which undo takes back whole', async () => {
    await importFile('Labels.csv', 'fish-1.webp,Fish\nfish-2.webp,Fish\nwindmill-1.webp,Windmill\n');
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog()).toBeHidden();
    await expect(app.label.labelled('Fish')).toHaveCount(2);
    await expect(app.label.labelled('Windmill')).toHaveCount(1);
    await app.studio.page.keyboard.press('Control+z');
    await expect(app.label.labelled('Fish')).toHaveCount(0);
    expect(await app.classes.names()).toEqual([]);
    await app.studio.page.keyboard.press('Control+y');
    await expect(app.label.labelled('Fish')).toHaveCount(2);
  });

  test('where file and project disagree the person chooses', async () => {
    await importFile('Other.csv', 'path,label\nfish-1.webp,Fish\nfish-2.webp,Windmill\n');
    await expect(dialog()).toContainText('1 item has another label in the project');
    await expect(dialog()).toContainText('fish-2.webp: Fish → Windmill');
    const go = dialog().getByRole('button', { name: 'Import', exact: true });
    await expect(go).toBeDisabled();
    await expectAccessible(app.studio.page, 'import, conflicts');
    await dialog().getByRole('radio', { name: 'Take what the file says' }).check();
    await go.click();
    await expect(app.label.labelled('Windmill')).toHaveCount(2);
  });

  test('a file that is no list of labels is refused in a sentence', async () => {
    const file = path.join(app.home, 'notes.json');
    await fs.writeFile(file, '{"notes": []}');
    await app.studio.answerDialog(file);
    const { page } = app.studio;
    await page.getByRole('button', { name: 'Project Meadow' }).click();
    await page.getByRole('menuitem', { name: 'Import labels' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: /^From a file/ }).click();
    await expect(
      page.getByText(/neither a FiftyOne labels.json nor an export of Label Studio/),
    ).toBeVisible();
  });

  test('subfolders are asked about once: classes label the images, places do not', async () => {
    const { page } = app.studio;
    for (const [name, answer, labelled] of [
      ['Kinds', 'They are classes', 2],
      ['Sites', 'They are places', 0],
    ] as const) {
      const folder = path.join(app.home, name);
      for (const kind of ['fish', 'windmill']) {
        await fs.mkdir(path.join(folder, kind), { recursive: true });
        for (const n of [1, 2])
          await fs.copyFile(
            path.join(app.home, 'Meadow', `${kind}-${n}.webp`),
            path.join(folder, kind, `${n}.webp`),
          );
      }
      await app.open(folder);
      const question = page.getByRole('region', { name: 'Classes or places?' });
      await expect(question).toContainText(`Are the 2 folders in ${name} classes or places?`);
      await expect(question).toContainText('fish 2 · windmill 2');
      if (labelled > 0) await expectAccessible(page, 'classes or places');
      await question.getByRole('button', { name: answer }).click();
      await expect(question).toBeHidden();
      await expect(app.label.labelled('fish')).toHaveCount(labelled);
    }
  });
});
