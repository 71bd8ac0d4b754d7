/** @file The images that something was decided about. Pure. Runs in main. */
import { imageOf, ITEM_SECTIONS } from './document';
import type { ProjectDocument } from './schema';

/** Keys of images with a label, a group, a role, a place or a time, that were excluded, or that have a box. */
export function mentionedImages(document: Readonly<ProjectDocument>): Set<string> {
  const images = new Set<string>();
  for (const section of ITEM_SECTIONS) {
    for (const item of Object.keys(document[section])) {
      const image = imageOf(document, item);
      if (image !== null) images.add(image);
    }
  }
  for (const { image } of Object.values(document.boxes)) images.add(image);
  return images;
}
