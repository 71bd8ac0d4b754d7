/** @file A disk that is soon full. For tests. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { scratchFolder } from '../engine/backbone/support';

/** Its folder, or null where this computer lets nobody make one. @param size as mount takes it: '2m' */
export async function smallDisk(size: string): Promise<string | null> {
  const folder = await scratchFolder();
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/bin/mount')) return null;
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('/bin/umount', [folder]));
  return folder;
}
