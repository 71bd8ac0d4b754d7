/** @file The sets of images that the bench measures on. Types and figures only; runs in main. */

export const SET_NAMES = ['small', 'large'] as const;
export type SetName = (typeof SET_NAMES)[number];

export interface ImageSet {
  name: SetName;
  title: string;
  images: number;
  width: number;
  height: number;
}

export const SETS: readonly ImageSet[] = [
  { name: 'small', title: '500 × 375', images: 600, width: 500, height: 375 },
  { name: 'large', title: '12 megapixels', images: 100, width: 4000, height: 3000 },
];
