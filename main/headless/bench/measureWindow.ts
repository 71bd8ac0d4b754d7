/** @file What the window holds in memory with thousands of images open and scrolled through. Runs in main. */
import path from 'node:path';
import { z } from 'zod';
import type { CommandContext } from '../context';
import { temporaryProject } from '../projectPlace';
import { generate } from './generate';
import { askPart } from './launch';
import { atMost, WINDOW_SET } from './sets';

const answer = z.object({ window: z.number() });

/** MB at its most. */
export async function measureWindow(
  folder: string,
  most: number | null,
  { places, console }: CommandContext,
): Promise<number> {
  const images = path.join(folder, WINDOW_SET.part);
  const set = atMost(WINDOW_SET, most);
  await generate(set, images, (step) => console.show('Making images for the window', step));
  const project = await temporaryProject(images, places);
  console.say(`Opening ${set.images} images in the window and scrolling through them, a minute or two …`);
  return answer.parse(await askPart(['window', project], await places.make())).window;
}
