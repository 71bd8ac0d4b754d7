/** @file What every command adds itself to. Types only. */
import type { Command } from 'commander';
import type { Invocation } from '../invocation';

export interface NamedBackbone {
  id: string;
  name: string;
}

export interface Surroundings {
  /** Where relative paths start. */
  cwd: string;
  version: string;
  /** Ids of the backbones that came with the app. */
  backbones: readonly string[];
  /** The person's own. */
  own?: readonly NamedBackbone[];
  /** Ids of those of them that cannot be read. */
  damaged?: readonly string[];
}

export type AddCommand = (
  program: Command,
  surroundings: Surroundings,
  choose: (invocation: Invocation) => void,
) => void;
