/** @file Runs in the window: opens the sample or a folder behind the bridge, without the person's clicks. */
import type { StudioBridge } from '../../../../main/contract/calls';
import type { ItemRow, ProjectDocument } from '../../../../main/contract/model';

declare const studio: StudioBridge;

/** Opens the sample where nothing is open. */
export async function sampleItems(): Promise<ItemRow[]> {
  const { project } = await studio.call('app:state');
  return (project ?? (await studio.call('project:openSample')))?.items ?? [];
}

/** Opens the folder that the dialog answers with where nothing is open. */
export async function folderItems(): Promise<ItemRow[]> {
  const { project } = await studio.call('app:state');
  return (project ?? (await studio.call('project:chooseFolder')))?.items ?? [];
}

export async function openDocument(): Promise<ProjectDocument | null> {
  return (await studio.call('app:state')).project?.document ?? null;
}

export async function closeProject(): Promise<void> {
  await studio.call('project:close');
}
