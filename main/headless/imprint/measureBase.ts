/** @file How many images of base classes the joint head still names rightly. Runs in main. */
import type { Session } from '../../desk/session';
import type { CommandContext } from '../context';
import { include, rowsIn } from '../folder/rows';
import { copiedProject } from '../projectPlace';
import { baseTally, type Tally } from './accuracy';
import { topFolder } from '../folder/baseFolders';
import type { ImprintInput } from './input';

/** @param kept the project is the person's: base images are shown to a copy of it, and are none of its own */
export async function baseAccuracy(
  session: Session,
  { folder, classes }: NonNullable<ImprintInput['base']>,
  kept: boolean,
  { studio, places, console }: CommandContext,
): Promise<Tally> {
  const measuring = kept ? await studio.open(await copiedProject(session.store.folder, places)) : session;
  studio.reading('Reading base images');
  await include(measuring, folder);
  const { guesses } = await studio.settled(measuring);
  const rows = (await rowsIn(measuring, folder)).filter((row) => row.class !== null);
  for (const { path, reason } of rows.filter((row) => row.state === 'failed'))
    console.say(`Base image ${path}: ${reason ?? 'not read'}`);
  const ready = rows.filter((row) => row.state === 'ready');
  return baseTally(
    guesses,
    ready.map(({ index, path }) => ({ index, class: classes.get(topFolder(path)) ?? -2 })),
  );
}
