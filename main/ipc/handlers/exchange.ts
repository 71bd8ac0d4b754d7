/** @file What calls about labels in and out of files do. Runs in main. */
import { shell } from 'electron';
import type { ExchangeCalls } from '../../contract/areas/exchange';
import { noneRuleOf } from '../../contract/none';
import { PersonError } from '../../contract/errors';
import type { ImportSource } from '../../contract/exchange';
import type { Session } from '../../desk/session';
import { readFile, readOwnFolders, readTree, type Run } from '../../exchange/read/source';
import type { OpenLabels } from '../../exchange/parts';
import type { PlanSource } from '../../exchange/plan/plan';
import { folderQuestion } from '../../exchange/subfolders';
import { takeAnswer } from '../../exchange/takeAnswer';
import { newFolder } from '../../projects/document';
import { chooseDirectory, chooseFile } from '../../shell/dialogs';
import type { Engine } from '../../engine/supervisor';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

export const exchangeHandlers = (parts: HandlerParts): HandlersOf<ExchangeCalls> => {
  const { desk, engine, importer, saver } = parts;
  const open = (): OpenLabels => openLabels(desk.open, engine);
  return {
    'labels:planImport': (kind) => importer.plan((run) => sourceOf(kind, open(), parts, run), open),
    'labels:cancelPlan': () => importer.cancel(),
    'labels:applyImport': (plan, choice) => importer.apply(plan, choice, open()),
    'folders:classify': async () => {
      const { store } = desk.open;
      const chosen = await chooseDirectory(
        parts.window.browserWindow,
        told().asked.classifyAnother,
        told().asked.buttons.classify,
      );
      if (chosen === null) return null;
      const folder = { ...newFolder(chosen), subfolders: 'plain', purpose: 'classify' } as const;
      return store.apply({ name: 'addFolder', folder });
    },
    'labels:save': async (options) => {
      const chosen = await chooseDirectory(
        parts.window.browserWindow,
        told().asked.saveInto,
        told().asked.buttons.save,
      );
      if (chosen === null) return null;
      await desk.open.answers.upToDate();
      return saver.save(open(), options, chosen);
    },
    'labels:cancelSave': () => saver.cancel(),
    'labels:showSaved': async () => {
      const { folder } = saver;
      if (folder === null) throw new PersonError(told().asked.nothingSaved);
      const trouble = await shell.openPath(folder);
      if (trouble) throw new PersonError(told().asked.notShown(folder), trouble);
    },
    'folders:question': () => {
      const { store, library } = desk.open;
      return store.readOnly === null ? folderQuestion(store.document, library.items.rows) : null;
    },
    'folders:answer': (folder, meaning) => takeAnswer(open(), folder, meaning),
  };
};

async function sourceOf(
  kind: ImportSource,
  project: OpenLabels,
  { window }: HandlerParts,
  run: Run,
): Promise<PlanSource | null> {
  if (kind === 'folders') return readOwnFolders(project);
  const title = told().asked.importFrom;
  const chosen =
    kind === 'file'
      ? await chooseFile(window.browserWindow, title, told().asked.buttons.import, labelFiles())
      : await chooseDirectory(window.browserWindow, title, told().asked.buttons.import);
  if (chosen === null) return null;
  return kind === 'file' ? readFile(chosen, run) : readTree(chosen, run);
}

const labelFiles = () => [
  { name: told().asked.labelFiles, extensions: ['csv', 'tsv', 'txt', 'json'] },
  { name: told().asked.allFiles, extensions: ['*'] },
];

function openLabels({ name, store, library, answers }: Session, engine: Engine): OpenLabels {
  const { items } = library;
  return {
    name,
    document: store.document,
    rows: items.rows,
    absolute: (index) => items.absolute(index),
    apply: (command) => store.apply(command),
    guesses: answers.newest.guesses,
    noneRule: async () => noneRuleOf(await engine.call('rejection', undefined).catch(() => null)),
    embeddings: (some) => engine.call('embeddings', { rows: some }),
  };
}
