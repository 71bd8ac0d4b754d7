/** @file What a scan could not read, in words for the person. Pure. Runs in main. */
import { errorCode, explain } from '../projects/errors';
import { told } from '../../strings/words';

export interface ScanProblem {
  folder: string;
  /** Below the folder; '' for the folder itself. */
  path: string;
  /** A sentence for the person. */
  reason: string;
}

/** @param otherwise what is wrong where the error says that there is nothing: 'is not there', 'leads nowhere'. */
export function unread(folder: string, path: string, error: unknown, otherwise: string): ScanProblem {
  const name = path === '' ? told().images.theFolder : path;
  return { folder, path, reason: `${name} ${why(path, error, otherwise)}.` };
}

export function noFile(folder: string, path: string): ScanProblem {
  return { folder, path, reason: told().images.noFile(path) };
}

function why(path: string, error: unknown, otherwise: string): string {
  if (path.includes('\ufffd')) return told().images.wrongName;
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return told().images.notPermitted;
  if (code === 'ENOENT' || code === 'ENOTDIR') return otherwise;
  if (code === 'ELOOP') return told().images.linkToItself;
  return told().images.couldNotBeRead(explain(error).what);
}
