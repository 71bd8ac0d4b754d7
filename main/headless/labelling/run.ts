/** @file The command `bench-labelling`: how the window feels with many images. Runs in main. */
import os from 'node:os';
import path from 'node:path';
import { existsSync, promises as fs, readFileSync } from 'node:fs';
import { app } from 'electron';
import { PersonError } from '../../contract/errors';
import { machineOf } from '../bench/machine';
import type { CommandContext, Outcome } from '../context';
import type { LabellingOptions } from '../invocation';
import { reported, requireWritable } from '../outputs';
import { askApp, askBare } from './ask';
import { figuresOf, type LabellingReport, type SizeFigures } from './figures';
import { provideImages, type Places } from './images';
import { freshSchema, keptSchema, preparedSchema, type Plan } from './plan';
import { labellingSummary } from './summary';

/** Beside the kept home: its project is whole. */
const NOTE = 'prepared';

export async function runLabelling(
  options: LabellingOptions,
  context: CommandContext,
): Promise<Outcome | null> {
  await requireWritable([options.json], options.force);
  const probe = readProbe();
  const prepared: { images: number; places: Places }[] = [];
  for (const images of options.images) prepared.push({ images, places: await ready(images, probe, context) });
  if (options.prepareOnly) return null;
  const load = os.loadavg();
  const sizes: SizeFigures[] = [];
  for (const { images, places } of prepared) sizes.push(await measure(images, places, probe, context));
  const report: LabellingReport = { machine: machineOf(load), sizes };
  return reported(labellingSummary(report), report, options);
}

function readProbe(): string {
  const file = path.join(app.getAppPath(), 'test', 'bench', 'grid', 'probe.js');
  if (!existsSync(file)) throw new PersonError('This bench is part of the source checkout: run it there.');
  return readFileSync(file, 'utf8');
}

/** Images and their kept project, made where they are missing. */
async function ready(images: number, probe: string, { console }: CommandContext): Promise<Places> {
  const places = await provideImages(images, (step) => console.show(`Writing ${images} images`, step));
  const note = path.join(places.home, NOTE);
  if (existsSync(note)) return places;
  console.say(`Embedding ${images} images once; they are kept for later runs.`);
  await fs.mkdir(places.home, { recursive: true });
  const plan: Plan = { part: 'prepare', folder: places.images, images, probe };
  await askApp(plan, places.home, preparedSchema, (step) => console.show(`Embedding ${images} images`, step));
  await fs.writeFile(note, '');
  return places;
}

async function measure(
  images: number,
  { images: folder, home, thumbnails }: Places,
  probe: string,
  { console, places }: CommandContext,
): Promise<SizeFigures> {
  const show = (): void => undefined;
  console.say(`${images} images: a new folder, while it is read …`);
  const fresh = await askApp(
    { part: 'fresh', folder, images, probe },
    await places.make(),
    freshSchema,
    show,
  );
  console.say(`${images} images: a known folder …`);
  const kept = await askApp({ part: 'kept', folder, images, probe }, home, keptSchema, show);
  console.say(`${images} images: a bare grid …`);
  const bare = await askBare(images, thumbnails, await places.make());
  return figuresOf(images, fresh, kept, bare);
}
