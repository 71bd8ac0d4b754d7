/** @file What is needed of Node here: by the project's rules (see nodeCrypto.ts), and to read a style sheet as text. */
declare module 'node:crypto' {
  export function randomBytes(size: number): { toString(encoding: 'hex'): string };
}

declare module 'node:fs' {
  export function readFileSync(path: string, encoding: 'utf8'): string;
}
