/** @file Labels from a CSV and from folder names, with real images: planned, shown, applied and taken back. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 3, windmill: 3, arch: 2 }));
});

const dialog = () => app.studio.page.getByRole('dialog', { name: /^Import labels from/ });

async function importFile(name: string, text: string): Promise<void> {
  const file = path.join(app.home, name);
  await fs.writeFile(file, text);
  await app.studio.answerDialog(file);
  const { page } = app.studio;
  await page.getByRole('button', { name: 'Project Pond' }).click();
  await page.getByRole('menuitem', { name: 'Import labels' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /^From a file/ }).click();
  await expect(dialog()).toBeVisible();
}

test('a CSV is shown as a plan, with the rows that are left out, and nothing is changed by looking', async () => {
  await importFile(
    'Labels.csv',
    '\ufefffile;Class;Burst\r\nfish-1.webp;Fish;b1\r\nPond\\fish-2.webp;fish;b1\r\nwindmill-1.webp;Windmill;\r\nghost.webp;Fish;\r\narch-1.webp;;\r\nfish-1.webp;Windmill;\r\n',
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
  await page.getByRole('button', { name: 'Project Pond' }).click();
  await page.getByRole('menuitem', { name: 'Import labels' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /^From a file/ }).click();
  await expect(page.getByText(/neither a FiftyOne labels.json nor an export of Label Studio/)).toBeVisible();
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
          path.join(app.home, 'Pond', `${kind}-${n}.webp`),
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
