/** @file Stands in for Node's module where the project's rules run in a browser; nothing there asks for bytes. */
export function randomBytes(size: number): { toString(encoding: 'hex'): string } {
  return { toString: () => '0'.repeat(2 * size) };
}
