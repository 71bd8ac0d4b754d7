/** @file What a scan could not read, in words for the person. Pure. Runs in main. */
import { errorCode, explain } from '../projects/errors';

export interface ScanProblem {
  folder: string;
  /** Below the folder; '' for the folder itself. */
  path: string;
  /** A sentence for the person. */
  reason: string;
}

/** @param otherwise what is wrong where the error says that there is nothing: 'is not there', 'leads nowhere'. */
export function unread(folder: string, path: string, error: unknown, otherwise: string): ScanProblem {
  const name = path === '' ? 'The folder' : path;
  return { folder, path, reason: `${name} ${why(path, error, otherwise)}.` };
}

export function noFile(folder: string, path: string): ScanProblem {
  return { folder, path, reason: `${path} is a pipe, a socket or a device and no file.` };
}

function why(path: string, error: unknown, otherwise: string): string {
  if (path.includes('\ufffd')) return 'has a name that is not valid text, so it cannot be opened. Rename it';
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: check its permissions';
  if (code === 'ENOENT' || code === 'ENOTDIR') return otherwise;
  if (code === 'ELOOP') return 'is a link to itself';
  return `could not be read: ${explain(error).what}`;
}
