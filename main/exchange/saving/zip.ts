/** @file Images in a zip, one after the other, so that memory holds one of them. Runs in main. */
import { promises as fs } from 'node:fs';
import { Zip, ZipPassThrough } from 'fflate';
import { PersonError } from '../../contract/errors';
import type { Placed } from './images';
import type { Job } from './job';
import { told } from '../../../strings/words';

/** What a plain zip can hold. */
const MOST_BYTES = 0xffffffff;
const MOST_FILES = 0xffff;
/** Of each entry's heads. */
const HEAD = 200;

/** @throws PersonError where a zip cannot hold so much */
export async function writeZip(job: Job, name: string, images: readonly Placed[]): Promise<void> {
  const bytes = images.reduce((sum, { item, to }) => sum + item.image.bytes + HEAD + 2 * to.length, 0);
  if (bytes > MOST_BYTES || images.length > MOST_FILES)
    throw new PersonError(told().savingLabels.tooLargeAZip);
  const handle = await fs.open(job.place(name), 'wx');
  try {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      chunks.push(chunk);
    });
    const flush = async (): Promise<void> => {
      for (const chunk of chunks.splice(0)) await handle.write(chunk);
    };
    let unread = 0;
    for (const image of images) {
      if (!(await addTo(zip, image))) unread++;
      await flush();
      job.step();
    }
    zip.end();
    await flush();
    job.note(unread, told().savingLabels.filesUnread);
  } finally {
    await handle.close();
  }
  job.files.push(name);
}

/** Stored as it is: images do not get smaller. @returns false where it could not be read */
async function addTo(zip: Zip, { item, to }: Placed): Promise<boolean> {
  const bytes = await fs.readFile(item.image.absolute).catch(() => null);
  if (bytes === null) return false;
  const entry = new ZipPassThrough(to);
  zip.add(entry);
  entry.push(bytes, true);
  return true;
}
