/** @file Runs in the window: a file of the disk, dropped on it as a file manager would. Each function stands alone. */
import type { PageDocument } from '../security/dom';

interface Chosen {
  files: object[];
  remove(): void;
}
declare const document: PageDocument & { querySelector(selector: string): Chosen };
declare const DataTransfer: new () => { items: { add(file: object): void } };
declare const DragEvent: new (type: string, init: object) => object;
declare const dispatchEvent: (event: object) => void;

/** A place for the file: only a person, or what drives the page, can put one there. */
export function addDropSource(): void {
  document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop-source' }));
}

export function dropChosen(): void {
  const source = document.querySelector('#drop-source');
  const dataTransfer = new DataTransfer();
  for (const file of source.files) dataTransfer.items.add(file);
  source.remove();
  dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}
