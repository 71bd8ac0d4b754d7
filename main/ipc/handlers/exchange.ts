/** @file What calls about labels in and out of files do. Runs in main. */
import type { ExchangeCalls } from '../../contract/areas/exchange';
import type { ImportSource } from '../../contract/exchange';
import type { Session } from '../../desk/session';
import { readFile, readOwnFolders, readTree } from '../../exchange/read/source';
import type { OpenLabels } from '../../exchange/parts';
import type { PlanSource } from '../../exchange/plan/plan';
import { folderQuestion } from '../../exchange/subfolders';
import { takeAnswer } from '../../exchange/takeAnswer';
import { chooseDirectory, chooseFile } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const exchangeHandlers = (parts: HandlerParts): HandlersOf<ExchangeCalls> => {
  const { desk, importer } = parts;
  return {
    'labels:planImport': async (kind) => {
      const source = await sourceOf(kind, parts);
      return source && importer.plan(source, openLabels(desk.open));
    },
    'labels:applyImport': (plan, choice) => importer.apply(plan, choice, openLabels(desk.open)),
    'folders:question': () => {
      const { store, library } = desk.open;
      return store.readOnly === null ? folderQuestion(store.document, library.items.rows) : null;
    },
    'folders:answer': (folder, meaning) => takeAnswer(openLabels(desk.open), folder, meaning),
  };
};

async function sourceOf(kind: ImportSource, { desk, window }: HandlerParts): Promise<PlanSource | null> {
  if (kind === 'folders') return readOwnFolders(openLabels(desk.open));
  const title = 'Import labels from';
  const chosen =
    kind === 'file'
      ? await chooseFile(window.browserWindow, title, 'Import', LABEL_FILES)
      : await chooseDirectory(window.browserWindow, title, 'Import');
  if (chosen === null) return null;
  return kind === 'file' ? readFile(chosen) : readTree(chosen);
}

const LABEL_FILES = [
  { name: 'Labels (CSV, JSON)', extensions: ['csv', 'tsv', 'txt', 'json'] },
  { name: 'All files', extensions: ['*'] },
];

function openLabels({ name, store, library, answers }: Session): OpenLabels {
  const { items } = library;
  return {
    name,
    document: store.document,
    rows: items.rows,
    absolute: (index) => items.absolute(index),
    apply: (command) => store.apply(command),
    guesses: answers.newest.guesses,
  };
}
