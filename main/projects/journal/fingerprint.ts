/** @file By which the history knows the project.json that it belongs to. Runs in main. */
import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes, in hex. */
export const fingerprintOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
