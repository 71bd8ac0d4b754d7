/** @file What a project that is seen by a backbone of the person's own cannot have. Pure; runs in main. */
import { told } from '../../../strings/words';
import { isOwn } from '../../contract/backboneIds';
import { PersonError } from '../../contract/errors';
import type { Command } from '../../contract/model';

/**
 * @returns the command
 * @throws PersonError where it asks for base classes that there are not
 */
export function requireBaseThere(command: Command, present: string): Command {
  if (command.name !== 'setSettings') return command;
  const { base = 'none', backbone = present } = command.changes;
  if (base !== 'none' && isOwn(backbone)) throw new PersonError(told().ownBackbone.noBase);
  return command;
}

/** @throws PersonError where the last convolution would be trained, which nobody knows */
export function requireLayers(backbone: string): void {
  if (isOwn(backbone)) throw new PersonError(told().ownBackbone.notTuned);
}

/** @throws PersonError where a model would be written, which holds layers that nobody knows */
export function requireExportable(backbone: string): void {
  if (isOwn(backbone)) throw new PersonError(told().ownBackbone.notExported);
}
