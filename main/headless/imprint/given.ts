/** @file Classes that `imprint` is given as sums, from class files or from an exported model. Runs in main. */
import { readExportedClasses, settingsOf, type ExportedClasses } from '../../classFiles/exportedModel';
import { readClassFile, type NamedClassFile } from '../../classFiles/readFile';
import { plainName } from '../../contract/names';
import type { Session } from '../../desk/session';
import type { ImprintOptions } from '../invocation';

export interface GivenInput {
  files: NamedClassFile[];
  /** What a new project is set up like; its classes are among `files`. */
  model: ExportedClasses | null;
}

/** @throws {PersonError} where one of them cannot be read, or says what cannot be */
export async function readGiven({ given: { classes, from } }: ImprintOptions): Promise<GivenInput> {
  const model = from === null ? null : await readExportedClasses(from);
  const files: NamedClassFile[] = model ? [model.sums] : [];
  for (const place of classes) files.push(await readClassFile(place));
  return { files, model };
}

/** Names of all classes that are given, each once. */
export function givenNames({ files }: GivenInput): string[] {
  const names = new Map<string, string>();
  for (const { file } of files) for (const { name } of file.classes) names.set(plainName(name), name);
  return [...names.values()];
}

/**
 * Adds them to classes of the same names. What a project that is there has of them already stays as it is.
 * @param isNew the project was made for this command: it is set to what the model was
 * @throws {PersonError} where they cannot count in this project
 */
export async function addGiven(
  session: Session,
  { files, model }: GivenInput,
  isNew: boolean,
): Promise<void> {
  if (model && isNew) await session.apply({ name: 'setSettings', changes: settingsOf(model.metadata) });
  for (const named of files) {
    const missing = await session.classes.missingOf(named);
    if (missing.length > 0) await session.classes.addFrom(named, missing);
  }
}
