/** @file Runs before each file of tests. */
import { afterEach } from 'vitest';
import { cleanUp } from './cleaning';

afterEach(cleanUp);
