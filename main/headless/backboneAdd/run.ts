/** @file The command `backbone-add`: a model of the person's own, tried on the sample photos and added. Runs in main. */
import type { FoundModel, TrialChoices } from '../../contract/areas/ownBackbones';
import { PersonError } from '../../contract/errors';
import type { Adder } from '../../ownBackbones/adder';
import type { CommandContext, Outcome } from '../context';
import { Interrupted } from '../exit';
import { requireFolder } from '../folder/folder';
import type { BackboneAddOptions } from '../invocation';
import { reported, requireWritable } from '../outputs';
import { adderFor } from './adderFor';
import { summary, type AddedReport } from './summary';

export async function runBackboneAdd(options: BackboneAddOptions, context: CommandContext): Promise<Outcome> {
  await requireWritable([options.json], options.force);
  await requireFolder(options.folder);
  const report = await add(adderFor(context), options);
  return reported(summary(report), report, options);
}

async function add(adder: Adder, options: BackboneAddOptions): Promise<AddedReport> {
  const found = whole(await adder.choose(options.folder));
  const choices = choicesOf(found, options);
  const { kind, input, side, outputs, files, bytes } = found;
  const model = { kind, input, side, outputs, files, bytes };
  if (options.compare)
    return { model, choices, ways: whole(await adder.compare(choices)), trial: null, backbone: null };
  const chosen = options.name ?? found.folder.slice(0, 80);
  await adder.requireNew(choices, chosen);
  const tried = whole(await adder.try(choices));
  const { dimension, imagesPerSecond, batch, alone, shares, figure, estimated } = tried;
  const trial = { dimension, imagesPerSecond, batch, alone, shares, figure, estimated };
  const { id, name, licence } = await adder.keep(chosen, options.licence);
  return { model, choices, ways: null, trial, backbone: { id, name, licence } };
}

/** @throws PersonError naming what there is instead */
function choicesOf(found: FoundModel, options: BackboneAddOptions): TrialChoices {
  const { output, side, normalise, colour, compare } = options;
  const isFree = found.input.type === 'float32';
  if (output !== null && !found.outputs.some(({ name, use }) => name === output && typeof use === 'string'))
    throw new PersonError(
      `The model has no output '${output}' that could be an embedding: choose from ${listOf(found)}. Nothing was added.`,
    );
  if (side !== null && found.side !== null && side !== found.side)
    throw new PersonError(`The model takes squares of ${found.side} pixels, not ${side}. Nothing was added.`);
  if (!isFree && normalise !== null && normalise !== 'bytes')
    throw new PersonError(
      `The model takes ${found.input.type}, so pixels are fed as they are: leave --normalise out. Nothing was added.`,
    );
  if (isFree && normalise === null && !compare)
    throw new PersonError(
      'The model takes float32, and how it is fed cannot be seen from it: give --normalise, or --compare to see how well each way tells sample photos apart. Nothing was added.',
    );
  const { suggestion } = found;
  return {
    output: output ?? suggestion.output,
    side: side ?? suggestion.side,
    normalisation: normalise ?? suggestion.normalisation,
    colour,
  };
}

const listOf = ({ outputs }: FoundModel): string =>
  outputs
    .filter(({ use }) => typeof use === 'string')
    .map(({ name }) => name)
    .join(', ');

/** Only the command's own end stops it. */
function whole<T>(answer: T | null): T {
  if (answer === null) throw new Interrupted('The command was stopped. Nothing was added.');
  return answer;
}
