/** @file Copies or hard links of images in new folders. Runs in main. */
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import { errorCode } from '../../projects/errors';
import type { OutItem } from '../write/outItem';
import type { Job } from './job';
import { told } from '../../../strings/words';

/** Images at once: a disk has more than one request to work on, and a network drive waits for each. */
const AT_ONCE = 4;

export interface Placed {
  item: OutItem;
  /** Below the folder that is written, '/' between. */
  to: string;
}

/** Items that are whole images whose file is there; the others are noted. */
export function wholeImages(job: Job): OutItem[] {
  const { items } = job.parts.labels;
  const images = items.filter(({ box }) => box === null);
  const there = images.filter(({ image }) => image.there);
  job.note(items.length - images.length, told().savingLabels.boxes);
  job.note(images.length - there.length, told().savingLabels.filesGone);
  return there;
}

/** Puts each image in its place; what vanished meanwhile is noted, and left out of what is answered. */
export async function placeImages(job: Job, images: readonly Placed[]): Promise<Placed[]> {
  const folders = new Set(images.map(({ to }) => path.dirname(to)));
  for (const folder of folders) await fs.mkdir(job.place(folder), { recursive: true });
  const placed: Placed[] = [];
  for (let i = 0; i < images.length; i += AT_ONCE) {
    const some = images.slice(i, i + AT_ONCE);
    // All have ended before the first trouble is told: what is removed then must not be written to any more.
    const ends = await Promise.allSettled(some.map((one) => placeOne(job, one)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    placed.push(...some.filter((_, n) => isTrue(ends[n])));
    job.step(some.length);
  }
  job.note(images.length - placed.length, told().savingLabels.filesUnread);
  return placed;
}

async function placeOne(job: Job, { item, to }: Placed): Promise<boolean> {
  const [from, target] = [item.image.absolute, job.place(to)];
  try {
    if (job.parts.options.link) await fs.link(from, target);
    // A file system that can shares the bytes until one of the two is changed.
    else await fs.copyFile(from, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if (job.parts.options.link && CANNOT_LINK.has(errorCode(error) ?? ''))
      throw new PersonError(told().savingLabels.noLinks);
    if (await isReadable(from)) throw error;
    await fs.rm(target, { force: true });
    return false;
  }
}

const isTrue = (end: PromiseSettledResult<boolean> | undefined): boolean =>
  end?.status === 'fulfilled' && end.value;

const isReadable = (file: string): Promise<boolean> =>
  fs.access(file, constants.R_OK).then(
    () => true,
    () => false,
  );

const CANNOT_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
