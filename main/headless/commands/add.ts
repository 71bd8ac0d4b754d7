/** @file What every command adds itself to. Types only. */
import type { Command } from 'commander';
import type { Invocation } from '../invocation';

export interface Surroundings {
  /** Where relative paths start. */
  cwd: string;
  version: string;
  /** Ids of the backbones that there are. */
  backbones: readonly string[];
}

export type AddCommand = (
  program: Command,
  surroundings: Surroundings,
  choose: (invocation: Invocation) => void,
) => void;
