/** @file Whether a picture is there. */
import type { Locator } from '@playwright/test';

/** Pixels of an image itself; 0 while there is none. */
export const naturalWidth = (image: Locator): Promise<number> =>
  image.evaluate((element: { naturalWidth?: number }) => element.naturalWidth ?? 0);
