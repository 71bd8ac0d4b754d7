/** @file Runs in pages: asks for pictures, as data and to be shown. Each function stands alone. */
import type { PageElement } from '../dom';

declare const Image: new () => PageElement;

export const fetched = (url: string): Promise<string> =>
  fetch(url).then(
    ({ status }) => `answered ${status}`,
    () => 'nothing',
  );

export const shown = (src: string): Promise<string> =>
  new Promise((resolve) => {
    const answer = (words: string) => () => resolve(words);
    Object.assign(new Image(), { src, onload: answer('shown'), onerror: answer('nothing') });
  });
