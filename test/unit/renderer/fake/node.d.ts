/** @file The one thing of Node that the project's rules name; see nodeCrypto.ts. */
declare module 'node:crypto' {
  export function randomBytes(size: number): { toString(encoding: 'hex'): string };
}
