/**
 * @file What a command does to a document: the one place where commands become patches. Pure: reads the document,
 * changes nothing, and answers what to change, what takes it back, and a title. Runs in main.
 */
import type { Command } from '../commands';
import type { Change } from '../patches';
import type { ProjectDocument } from '../schema';
import { setBox } from './boxes';
import { addClass, deleteClass, editClass, mergeClasses } from './classes';
import { addFolder, removeFolder } from './folders';
import { setExcluded, setGroup, setRole } from './items';
import { importLabels, label, type Context } from './labels';
import { setSettings } from './settings';

/**
 * @returns the change; its `patches` are empty where the document already is as the command wants it.
 * @throws {ProjectError} 'refused' with a sentence for the person, where the command does not fit the document.
 */
export function reduce(document: Readonly<ProjectDocument>, command: Command, context: Context): Change {
  switch (command.name) {
    case 'addClass':
      return addClass(document, command);
    case 'editClass':
      return editClass(document, command);
    case 'mergeClasses':
      return mergeClasses(document, command);
    case 'deleteClass':
      return deleteClass(document, command);
    case 'label':
      return label(document, command, context);
    case 'importLabels':
      return importLabels(document, command, context);
    case 'setExcluded':
      return setExcluded(document, command);
    case 'setGroup':
      return setGroup(document, command);
    case 'setRole':
      return setRole(document, command);
    case 'setBox':
      return setBox(document, command);
    case 'addFolder':
      return addFolder(document, command);
    case 'removeFolder':
      return removeFolder(document, command);
    case 'setSettings':
      return setSettings(document, command);
  }
}
