/** @file Main answers its own window only, and only what it understands (docs/security.md, point 8). */
import { closeProject, openDocument, sampleItems } from './inPage/project';
import { send, sendTooMany } from './inPage/send';
import { expect, test } from './lockedStudio';

const named = (changes: object): object => ({
  id: 'a',
  name: 'A',
  colour: 1,
  key: null,
  kind: 'class',
  ...changes,
});
const addClass = (changes: object): unknown[] => [{ name: 'addClass', class: named(changes) }];
const setBox = (x: number): unknown[] => [
  { name: 'setBox', id: 'b', image: 'f/a.jpg', box: { x, y: 0, width: 0.5, height: 0.5 } },
];
const label = (changes: object): unknown[] => [
  { name: 'label', items: ['f/a.jpg'], class: null, how: 'hand', ...changes },
];

const MALFORMED: Record<string, [channel: string, args: unknown[]]> = {
  'no argument': ['project:apply', []],
  'an argument too many': ['app:state', ['more']],
  'a number for a command': ['project:apply', [7]],
  'an unknown command': ['project:apply', [{ name: 'format' }]],
  'a command of the class of all objects': ['project:apply', [{ name: 'constructor' }]],
  'a field that is not there': ['project:apply', addClass({ admin: true })],
  'the name of a prototype': ['project:apply', addClass({ id: '__proto__' })],
  'a number that is none': ['project:apply', addClass({ colour: NaN })],
  'a box that is nowhere': ['project:apply', setBox(NaN)],
  'a box without end': ['project:apply', setBox(Infinity)],
  'a name without end': ['project:apply', addClass({ name: 'A'.repeat(100_000) })],
  'an item outside of its folder': ['project:apply', label({ items: ['f/../../etc/passwd'] })],
  'a thousand items that are none': ['project:apply', label({ items: Array(1000).fill(7) })],
  'an item with a zero byte': ['project:apply', label({ items: ['f/a\0.jpg'] })],
  'a folder by its path': [
    'project:apply',
    [
      {
        name: 'addFolder',
        folder: { id: 'e', path: '/etc', subfolders: 'plain', purpose: 'label' },
      },
    ],
  ],
  'another place for a folder': [
    'project:apply',
    [{ name: 'setFolder', id: 'f', changes: { path: '/etc' } }],
  ],
  'a file that has moved': ['project:apply', [{ name: 'moveItems', moves: [{ from: 'f/a', to: 'f/b' }] }]],
  'an item that is a list': ['item:details', [['f/a.jpg']]],
  'a path to be shown': ['images:showInFolder', ['/etc/passwd']],
  'a format nobody knows': ['export:run', [{ formats: ['exe'], base: 'none' }]],
  'a place to export to': ['export:run', [{ formats: ['tfjs'], base: 'none', folder: '/etc' }]],
  'a recent project that is an object': ['project:openRecent', [{ path: '/etc' }]],
};

test('what is malformed is refused in a sentence and changes nothing', async ({ locked: { page } }) => {
  await page.evaluate(sampleItems);
  const before = await page.evaluate(openDocument);
  for (const [what, [channel, args]] of Object.entries(MALFORMED)) {
    const answer = await page.evaluate(send, { channel, args });
    expect(answer, what).toMatch(new RegExp(`^The request ${channel} was refused: .{5,300}\\.$`));
  }
  expect(await page.evaluate(sendTooMany)).toMatch(/^The request project:apply was refused: .{5,300}\.$/);
  expect(await page.evaluate(openDocument)).toEqual(before);
  await page.evaluate(closeProject);
});

for (const url of ['app://studio/index.html', 'app://studio/decoder/index.html', 'about:blank']) {
  test(`a window that is not ours is refused, at ${url}`, async ({ locked }) => {
    const page = await locked.foreign({ url, preload: true });
    for (const channel of ['app:state', 'project:openSample', 'project:close']) {
      const answer = await page.evaluate(send, { channel, args: [] });
      expect(answer).toBe(`The request ${channel} was refused: the sender is not the window.`);
    }
    expect(await locked.page.evaluate(openDocument)).toBeNull();
  });
}
