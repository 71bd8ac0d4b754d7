/** @file Has capture times and likeness noted of images that an older version read. */
import { facts as words } from '../../strings';
import type { Parts } from './labelling';

/** Says how many images are read again; nothing where all is known. */
export async function completeFacts({ client, notices }: Pick<Parts, 'client' | 'notices'>): Promise<void> {
  const images = await client.ask(words.couldNot, 'images:completeFacts');
  if (images) notices.info(words.reading(images));
}
