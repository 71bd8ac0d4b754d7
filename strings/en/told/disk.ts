/** @file Failures of disks that a person can do something about, by the system's name: [what happened, what to try]. */
export const disk: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['the disk is full', 'Free some space on that disk.'],
  EDQUOT: ['your share of the disk is used up', 'Free some space on that disk.'],
  EFBIG: ['the file is too large for this disk', 'Move the project to another disk.'],
  EIO: ['the disk reported an error', 'Check the disk, and copy the project to another one soon.'],
  EROFS: ['the disk is read-only', 'Remove its write protection, or move the project to another disk.'],
  EACCES: ['its folder may not be written to', "Check the folder's permissions."],
  EPERM: ['its folder may not be written to', "Check the folder's permissions."],
  EBUSY: ['another program is using its file', 'Close the program that has it open.'],
  ENOENT: ['its folder is no longer there', 'Put the folder back, or connect its disk again.'],
  ENOTDIR: ['its folder is no longer there', 'Put the folder back, or connect its disk again.'],
  ENODEV: ['its disk is no longer there', 'Connect the disk again.'],
  ESTALE: ['the network drive does not answer', 'Check the network.'],
  ETIMEDOUT: ['the network drive does not answer', 'Check the network.'],
  EHOSTDOWN: ['the network drive does not answer', 'Check the network.'],
  EMFILE: ['too many files are open', 'Close other windows.'],
};
