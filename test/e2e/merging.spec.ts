/** @file Two people's projects over the same photos: compared, the conflicts decided, taken over, undone, kept. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { compareWith } from './pages/mergeDialog';
import { photosOf } from './photos';
import { expect, test } from './studio';

const here = (): string => path.join(app.home, 'Pond');
const there = (): string => path.join(app.home, 'Disk of Ben', 'Pond');
const project = (name: string): string => path.join(app.home, 'Imprint Studio', `${name}.imprint`);

/** Labels in the project that is open; a class that is not there yet is made. */
async function label(name: string, ...files: string[]): Promise<void> {
  await app.label.select(...files);
  const known = (await app.classes.names()).indexOf(name);
  if (known < 0) await app.label.newClass(name);
  else await app.studio.page.keyboard.press(String(known + 1));
  for (const file of files)
    await expect(app.label.cell(file)).toHaveAccessibleName(new RegExp(`labelled ${name}$`));
  await app.label.settled();
}

async function close(): Promise<void> {
  const { page } = app.studio;
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
}

const app = oneApp(async (one) => {
  await photosOf(one.home, { fish: 3, windmill: 3, arch: 2 });
  await fs.cp(here(), there(), { recursive: true });
  await fs.rename(path.join(there(), 'arch-1.webp'), path.join(there(), 'gate.webp'));
  await fs.copyFile(path.join(here(), 'arch-2.webp'), path.join(there(), 'more.webp'));
  await fs.appendFile(path.join(there(), 'more.webp'), 'another photo');
  await one.open(there());
  await label('Fish', 'fish-1.webp', 'fish-2.webp');
  await label('Windmill', 'fish-3.webp', 'windmill-1.webp');
  await label('Arch', 'gate.webp', 'more.webp');
  await close();
  // Both were labelled by the user of this machine.
  const file = path.join(project('Pond'), 'project.json');
  const text = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, text.replace(/"by":"[^"]*"/g, '"by":"ben"'));
  await fs.rename(project('Pond'), path.join(one.home, 'Disk of Ben', 'Pond.imprint'));
  await one.open(here());
  await label('Windmill', 'windmill-1.webp', 'fish-2.webp');
  await label('Fish', 'fish-3.webp');
});

const theirs = (): string => path.join(app.home, 'Disk of Ben', 'Pond.imprint');
const filesOf = async (folder: string): Promise<string[]> => {
  const names = (await fs.readdir(folder, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => `${name} ${(await fs.stat(path.join(folder, name))).mtimeMs}`),
  );
};

test('counts, agreement and what has no place are shown, and looking changes neither project', async () => {
  const before = await filesOf(theirs());
  const merge = await compareWith(app, theirs());
  await expect(merge.dialog).toContainText('5 images of both projects compared, 5 found by content');
  await expect(merge.facts).toHaveText([
    '1 new class: Arch',
    '2 labels taken over',
    '1 label the same in both',
    /Both labelled 3 items, 1 of them the same \(33\s%\). Too few for more than that./,
  ]);
  await expect(merge.dialog).toContainText('1 label belongs to images that are not in this project');
  await expect(merge.dialog).toContainText('more.webp, Arch: not in this project');
  await expect(merge.conflicts).toHaveCount(2);
  await expect(merge.conflicts.first()).toContainText(
    /fish-2.webp.*Mine.*Windmill.*Theirs.*Fish.*ben, .*20\d\d/s,
  );
  await expectAccessible(app.studio.page, 'another person’s labels');
  await merge.button('Cancel').click();
  await expect(merge.dialog).toBeHidden();
  await expect(app.label.labelled('Arch')).toHaveCount(0);
  expect(await filesOf(theirs())).toEqual(before);
});

test('keys say who is right, and the lists can be saved', async () => {
  const { page } = app.studio;
  const merge = await compareWith(app, theirs());
  await expect(merge.conflicts.first().getByRole('button', { name: /^Mine/ })).toBeFocused();
  await page.keyboard.press('2');
  const second = merge.conflicts.nth(1);
  await expect(second.getByRole('button', { name: /^Mine/ })).toBeFocused();
  await page.keyboard.press('1');
  await expect(merge.conflicts.first().getByRole('button', { name: /^Theirs/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(second.getByRole('button', { name: /^Mine/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(merge.dialog).toContainText('1 of 2 as theirs');

  const out = path.join(app.home, 'out');
  await fs.mkdir(out);
  await app.studio.answerDialog(out);
  await merge.button('Save the lists…').click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The lists were saved');
  const folder = path.join(out, 'Compared with Pond');
  const conflicts = await fs.readFile(path.join(folder, 'conflicts.csv'), 'utf8');
  expect(conflicts).toMatch(/fish-2.webp,label,Windmill,.*,Fish,ben,.*,theirs\n.*fish-3.webp,.*,mine\n$/);
  expect(await fs.readFile(path.join(folder, 'not in this project.csv'), 'utf8')).toContain('more.webp,Arch');
  await merge.button('Take over').click();
  await expect(merge.dialog).toBeHidden();
  await expect(app.label.cell('fish-1.webp')).toHaveAccessibleName(/labelled Fish$/);
  await expect(app.label.cell('fish-2.webp')).toHaveAccessibleName(/labelled Fish$/);
  await expect(app.label.cell('fish-3.webp')).toHaveAccessibleName(/labelled Fish$/);
  await expect(app.label.cell('arch-1.webp')).toHaveAccessibleName(/labelled Arch$/);
});

test('it is one step, which is named and can be undone after the project was opened again', async () => {
  const { page } = app.studio;
  await app.label.settled();
  await close();
  await app.open(here());
  await expect(app.label.labelled('Arch')).toHaveCount(1);
  const undo = page.getByRole('button', { name: 'Undo: Take over 3 labels from Pond' });
  await undo.click();
  await expect(app.label.labelled('Arch')).toHaveCount(0);
  await expect(app.label.cell('fish-1.webp')).not.toHaveAccessibleName(/labelled/);
  await expect(app.label.cell('fish-2.webp')).toHaveAccessibleName(/labelled Windmill$/);
  expect(await app.classes.names()).toEqual(['Windmill', 'Fish']);
  await page.keyboard.press('Control+Shift+z');
  await expect(app.label.labelled('Arch')).toHaveCount(1);
  await app.label.settled();
  const kept = await fs.readFile(path.join(project('Pond'), 'project.json'), 'utf8');
  expect(kept.match(/"by":"ben"/g)).toHaveLength(3);
});

test('what is no project, or the open one, is refused in a sentence', async () => {
  const { page } = app.studio;
  for (const [chosen, sentence] of [
    [here(), /There is no project in .*Pond/],
    [project('Pond'), /This is the project that is open/],
  ] as const) {
    const merge = await compareWith(app, chosen);
    const refusal = page.getByRole('alert').filter({ hasText: sentence });
    await expect(refusal).toBeVisible();
    await expect(merge.dialog).toBeHidden();
    await refusal.getByRole('button', { name: 'Dismiss' }).click();
  }
});
