/** @file A report says nothing of a person's: no place, no image, no class. */
import { expect, test } from 'vitest';
import { scrub, type Private } from '../../../../../main/shell/faults/scrub';

const secret: Private = {
  home: '/home/ada',
  own: [
    { folder: '/home/ada/apps/studio', as: '<app>' },
    { folder: '/home/ada/.config/Imprint Studio', as: '<settings>' },
  ],
  names: ['Great Crested Grebe', 'Pond', 'a', 'C+'],
  images: ['my best bird.jpg'],
};

test.each([
  ['at f (/home/ada/apps/studio/out/main/index.cjs:12:3)', 'at f (<app>/out/main/index.cjs:12:3)'],
  [
    "ENOENT: no such file, open '/home/ada/Pictures/My Pond/fish 1.webp'",
    "ENOENT: no such file, open '<path>",
  ],
  ['read /media/disk/2026/x.jpg badly', 'read <path>'],
  ['C:\\Users\\Ada\\Pictures is gone', '<path>'],
  ['open \\\\server\\share\\x', 'open <path>'],
  ['file:///home/ada/x.html', '<path>'],
  ['fish-1.webp, IMG_2.JPG and Düne.heic', '<image>, <image> and <image>'],
  ['my best bird.jpg was read', '<image> was read'],
  ['class great crested grebe of Pond', 'class <name> of <name>'],
  ['a class C+ and a ponder', '<name> class <name> and <name> ponder'],
  ['120 images/s, 3/4 done', '120 images/s, 3/4 done'],
  ['    at process (node:internal/timers:559:17)', '    at process (node:internal/timers:559:17)'],
  [
    '[2026-05-01 10:00:00.000] [info]  labels:save: Secret things were written.',
    '[2026-05-01 10:00:00.000] [info]  labels:save: [left out]',
  ],
  ['<settings> are in /home/ada/.config/Imprint Studio/logs', '<settings> are in <settings>/logs'],
])('%s', (line, clean) => expect(scrub(line, secret)).toBe(clean));

test('every line is looked at', () => {
  expect(scrub('fish.png\r\n/home/ada\n~/x', secret)).toBe('<image>\n~\n<path>');
});
