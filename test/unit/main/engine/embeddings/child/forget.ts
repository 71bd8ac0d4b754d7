/** @file Takes an embedding out of the file it is given, and says so. */
import { writeSync } from 'node:fs';
import { keepOnly } from '../../../../../../main/engine/embeddings/forgetting';

const [, , file = '', ...keep] = process.argv;
keepOnly(file, new Set(keep));
writeSync(1, 'closed\n');
