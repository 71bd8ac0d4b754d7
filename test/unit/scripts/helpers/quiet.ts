/** @file Keeps what set-up says out of the report of the tests, and lets them read it. */
import { beforeEach, vi } from 'vitest';

export function captureSaid(): () => string {
  let said = '';
  beforeEach(() => {
    said = '';
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    return () => spy.mockRestore();
  });
  return () => said;
}
