/** @file Has the engine take up the open project as it is seen. Runs in main. */
import { PersonError } from '../contract/errors';
import type { ReaderEvents, ReaderParts, Seeing } from './readerParts';
import { told } from '../../strings/words';

/**
 * @returns asks the engine; false: it cannot take the project up, which is told unless it is because the backbone is not
 * installed: of that the window speaks for as long as it is so
 */
export function takeUp(
  { engine, sidecar, readOnly, given = '' }: ReaderParts,
  { trouble }: Pick<ReaderEvents, 'trouble'>,
): (seeing: Seeing) => Promise<boolean> {
  return async ({ framing, shipped, called, tuned }) => {
    const seen = { framing, shipped: shipped?.dir ?? null, called: called ?? null, tuned };
    const { refused } = await engine.call('open', { sidecar, given, readOnly, ...seen });
    if (refused !== null && shipped) trouble(told().images.noGuesses, new PersonError(refused));
    return refused === null;
  };
}
