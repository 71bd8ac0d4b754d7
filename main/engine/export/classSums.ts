/**
 * @file The class sums beside an exported model, by which somebody can go on without its images (docs/class-files.md). Runs in the
 * engine and in tests.
 */
import { CLASSES_FILE, encodeClassFile, type SummedClass } from '../../classFiles/format';
import { onePicture } from '../../classFiles/privacy';
import type { SumSpace } from '../../classFiles/space';
import type { Study } from '../guessing/study';
import { TOOL, type ExportAbout } from './describe';

export interface ClassSources {
  space: SumSpace;
  /** All that are taught. */
  classes: readonly SummedClass[];
}

interface Source {
  study: Pick<Study, 'kept'>;
  about: ExportAbout;
  sums?: ClassSources;
}

/** A head that was trained is no sum of anything: then there is no file. */
export function classSumsFile({ study, about, sums }: Source): Record<string, Uint8Array> {
  if (study.kept || !sums) return {};
  const { space, classes } = sums;
  const tool = { name: TOOL, version: about.version };
  return { [CLASSES_FILE]: encodeClassFile({ tool, createdAt: about.createdAt, space, classes }) };
}

/** Names of the classes whose sum would show others what one picture is. */
export function sumsShowing({ study, sums }: Pick<Source, 'study' | 'sums'>): string[] {
  if (study.kept || !sums) return [];
  return onePicture(sums.classes.map(({ name, sums: { unit } }) => ({ name, parts: unit })));
}
