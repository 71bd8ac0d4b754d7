/** @file What every command adds itself to. Types only. */
import type { Command } from 'commander';
import type { Surroundings } from '../commandLine';
import type { Invocation } from '../invocation';

export type AddCommand = (
  program: Command,
  surroundings: Surroundings,
  choose: (invocation: Invocation) => void,
) => void;
