/** @file What the commands refuse on the real Electron: one clear sentence, the right exit code, nothing started or lost. */
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/setup/paths.mjs';
import { Commands, type Ended } from './headlessRun';

const photo = path.join(root, 'resources/samples/photos/baseball.webp');

let commands: Commands;

test.beforeAll(async () => {
  commands = await Commands.in('headless-errors');
  await fs.mkdir(commands.place('one/robin'), { recursive: true });
  await fs.mkdir(commands.place('empty'));
  await fs.copyFile(photo, commands.place('one/robin/1.webp'));
  await fs.writeFile(commands.place('old.json'), 'mine');
});
test.afterAll(() => commands.remove());

/** One sentence on stderr, nothing on stdout. */
function expectRefused({ code, out, err }: Ended, exit: number, sentence: RegExp): void {
  expect(err).toMatch(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(out).toBe('');
  expect(code).toBe(exit);
}

const wrongUse: [string, RegExp][] = [
  ['imprint one --inspect=1', /^Unknown option '--inspect=1'/],
  ['imprint one --export out --formats coreml', /^There is no format 'coreml'/],
  ['evaluate one --folds 2 --shots 1', /^Choose one: --ways/],
  ['label one', /^Unknown command 'label'/],
];
for (const [words, sentence] of wrongUse) {
  test(`wrong use: ${words}`, async () => {
    expectRefused(await commands.run(...words.split(' ')), 2, sentence);
  });
}

const failing: [string, RegExp][] = [
  ['imprint nowhere', /^There is no folder .*nowhere\.$/m],
  ['imprint empty', /^There are no images in .*empty/],
  ['imprint one', /one holds images of one class only, robin, and a classifier needs two/],
  ['imprint one --base imagenet --json old.json', /old\.json exists already and was not touched/],
  [
    'imprint one --base imagenet --export old.json/model',
    /old\.json\/model is not a folder that can be written to/,
  ],
  ['evaluate nowhere', /^There is no folder .*nowhere\.$/m],
  ['evaluate one', /one holds images of one class only, robin: nothing can be told apart/],
  ['evaluate one --embeddings old.json', /old\.json is no NumPy file/],
  ['evaluate one --csv old.json', /old\.json exists already and was not touched/],
  ['classify one --model one', /^.*one holds no exported model/],
  ['classify one --project nothing', /^There is no project at .*nothing\.imprint\.$/m],
];
for (const [words, sentence] of failing) {
  test(`cannot be done: ${words}`, async () => {
    expectRefused(await commands.run(...words.split(' ')), 1, sentence);
  });
}

test('what exists is left alone', async () => {
  expect(await fs.readFile(commands.place('old.json'), 'utf8')).toBe('mine');
});

test('help goes to stdout', async () => {
  const { code, out, err } = await commands.run('--help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Usage: npm start --');
});

/** What the command makes first in its temporary folder, and when. */
const stages: [string, string][] = [
  ['before it has a project', ''],
  ['while its project is being opened', 'photos.imprint/project.lock'],
];
for (const [stage, made] of stages)
  test(`Ctrl-C stops a command ${stage}, and it puts its things away`, async () => {
    const { child, ended } = commands.start('imprint', path.join(root, 'resources/samples/photos'));
    while (!(await isMade(made)) && child.exitCode === null) await setImmediate();
    child.kill('SIGINT');
    const { code, out, err } = await ended;
    expect(err).toMatch(/^Stopped\./m);
    expect([code, out]).toEqual([130, '']);
    expect(await commands.leftovers()).toEqual([]);
  });

async function isMade(part: string): Promise<boolean> {
  const [folder] = await commands.leftovers();
  return folder !== undefined && existsSync(commands.place(folder, part));
}
