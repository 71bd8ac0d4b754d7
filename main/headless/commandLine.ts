/**
 * @file Understands a person's words: `imprint`, `classify`, `bench` and its kin. Whatever is wrong with them is said in one
 * sentence before anything starts. Runs in main.
 */
import { Command, CommanderError } from 'commander';
import type { Surroundings } from './commands/add';
import { addBackboneAdd } from './commands/backboneAdd';
import { addBackboneRemove } from './commands/backboneRemove';
import { addBackbones } from './commands/backbones';
import { addBench } from './commands/bench';
import { addClassify } from './commands/classify';
import { addEffort } from './commands/effort';
import { addEvaluate } from './commands/evaluate';
import { addLabelling } from './commands/labelling';
import { addImprint } from './commands/imprint';
import { WrongUse } from './exit';
import type { Invocation } from './invocation';

const COMMANDS = [
  ...[addImprint, addClassify, addBench, addLabelling, addEffort, addEvaluate],
  ...[addBackbones, addBackboneAdd, addBackboneRemove],
];

/** @throws {WrongUse} */
export function parseCommandLine(words: readonly string[], surroundings: Surroundings): Invocation {
  let [chosen, text]: [Invocation | null, string] = [null, ''];
  const choose = (invocation: Invocation): void => void (chosen = invocation);
  const program = newProgram(surroundings.version, (shown) => (text += shown));
  for (const add of COMMANDS) add(program, surroundings, choose);
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new WrongUse(sentence(error, words[0] ?? '', program));
    return { command: 'text', text };
  }
  return chosen ?? { command: 'text', text: program.helpInformation() };
}

function newProgram(version: string, show: (text: string) => void): Command {
  return new Command('npm start --')
    .description('Imprint Studio without its window: imprint a folder of photos, classify with it, measure.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: show, writeErr: () => undefined });
}

function sentence(error: CommanderError, word: string, program: Command): string {
  const known = program.commands.some((command) => command.name() === word);
  const help = `npm start -- ${known ? `${word} ` : ''}--help`;
  const said = error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}; '${help}' lists what there is.`;
}
