/**
 * @file Finds the images of folders: every file below them that is named like one, each once, whatever links lead to
 * it. Opens none. Runs in main.
 *
 * Links are followed after everything else was found, so that a file is listed where it really is if it is there.
 */
import { sortNaturally } from './naturalOrder';
import { Scanner } from './scanner';
import type { ScanProblem } from './scanProblems';

export type { ScanProblem } from './scanProblems';

export interface FoundImage {
  /** Id of its folder. */
  folder: string;
  /** Below the folder, '/' separated. */
  path: string;
  /** Bytes. */
  size: number;
  /** ms since 1970, as exactly as the file system says. */
  mtimeMs: number;
}

export interface ScanResult {
  /** Folder by folder in the given order, in each in natural order of their paths. */
  images: FoundImage[];
  problems: ScanProblem[];
  /** Ids of folders that are not there or may not be read: nothing is known of their images. */
  missing: string[];
  /** Every folder that was entered: where it really is. */
  entered: string[];
}

export interface ScanOptions {
  /** Told about ten times a second how many images were found so far. */
  onProgress?: (found: number) => void;
  /**
   * Given what was found, a part at a time while the rest is still looked for, and waited for. In the order of the result,
   * but for what links lead to: that comes last.
   */
  onImages?: (images: FoundImage[]) => void | Promise<void>;
  /** Stops the scan. */
  signal?: AbortSignal;
}

export { ScanCancelled } from './scanner';

/** @throws {ScanCancelled} after `signal` was aborted. Whatever cannot be read becomes a problem. */
export async function scanFolders(
  folders: readonly { id: string; path: string }[],
  options: ScanOptions = {},
): Promise<ScanResult> {
  const scanner = new Scanner(options);
  for (const folder of folders) await scanner.enterRoot(folder);
  await scanner.followLinks();
  await scanner.finish();
  const { problems, missing, entered } = scanner;
  return { images: inOrder(scanner, folders), problems, missing, entered };
}

function inOrder({ images, ordered }: Scanner, folders: readonly { id: string }[]): FoundImage[] {
  if (ordered) return images;
  return folders.flatMap(({ id }) =>
    sortNaturally(
      images.filter((i) => i.folder === id),
      (i) => i.path,
    ),
  );
}
