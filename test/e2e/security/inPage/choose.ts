/** @file Runs in the window: a file of the disk, as a person drops or chooses one. Each function stands alone. */
import type { StudioBridge } from '../../../../main/contract/calls';
import type { PageDocument } from '../dom';

declare const studio: StudioBridge;
declare const document: PageDocument & { querySelector(selector: string): { files: never[] } };

export function addFileInput(): void {
  document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' }));
}

/** @returns the folders of images of the project that opened */
export async function openChosen(): Promise<string[]> {
  const [file] = document.querySelector('#chosen').files;
  const opened = file === undefined ? null : await studio.openDropped(file);
  return opened && 'project' in opened ? opened.project.document.folders.map(({ path }) => path) : [];
}
