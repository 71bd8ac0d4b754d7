/** @file What the bench measures, and on which images. Figures only; runs in main. */

export const PARTS = ['small', 'large', 'start', 'memory'] as const;
export type Part = (typeof PARTS)[number];

export interface ImageSet {
  part: Part;
  name: string;
  images: number;
  width: number;
  height: number;
  /** Of the JPEG, 1 to 100. */
  quality: number;
}

export const SETS: readonly ImageSet[] = [
  { part: 'small', name: '500×375 JPEG', images: 600, width: 500, height: 375, quality: 85 },
  { part: 'large', name: '12-megapixel JPEG', images: 100, width: 4000, height: 3000, quality: 90 },
];

/** The set with at most so many images. */
export const atMost = (set: ImageSet, images: number | null): ImageSet => ({
  ...set,
  images: Math.min(set.images, images ?? set.images),
});

/** What the window is opened with for its memory. */
export const WINDOW_SET: ImageSet = {
  part: 'memory',
  name: 'images in the window',
  images: 5000,
  width: 320,
  height: 240,
  quality: 85,
};
