/** @file What Vega calls and Node 16, which the fallback Electron carries, has not: a deep copy, by the same algorithm. Import it first. */
import { deserialize, serialize } from 'node:v8';

globalThis.structuredClone ??= <T>(value: T): T => deserialize(serialize(value)) as T;
