/** @file How a sample is run from anywhere, as typed into a terminal. Pure; runs in main. */
import type { ExportedModel } from '../contract/exporting';

/** Goes into the model's folder and runs its first sample. */
export function commandLine(
  { path, command }: Pick<ExportedModel, 'path' | 'command'>,
  platform: string,
): string {
  if (platform === 'win32') return `cd /d "${path}" && ${command}`;
  return `cd '${path.replaceAll("'", String.raw`'\''`)}' && ${command}`;
}
