/**
 * @file What a command does to a document: the one place where commands become patches. Pure: reads the document,
 * changes nothing, and answers what to change, what takes it back, and a title. Runs in main.
 */
import type { Command } from '../commands';
import type { Change } from '../patches';
import type { ProjectDocument } from '../schema';
import { copyBoxes, setBox } from './boxes';
import { addClass, deleteClass, editClass, mergeClasses } from './classes';
import { addFolder, removeFolder, setFolder } from './folders';
import { addGiven, removeGiven } from './given';
import { importAll } from './import';
import { setExcluded, setGroup, setGroups, setRole } from './items';
import { label, labelMany, type Context } from './labels';
import { moveItems } from './moves';
import { setSettings } from './settings';
import { takeOver } from './takeOver';

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
    case 'addGiven':
      return addGiven(document, command, context);
    case 'removeGiven':
      return removeGiven(document, command);
    case 'label':
      return label(document, command, context);
    case 'labelMany':
      return labelMany(document, command, context);
    case 'import':
      return importAll(document, command, context);
    case 'takeOver':
      return takeOver(document, command);
    case 'setExcluded':
      return setExcluded(document, command);
    case 'setGroup':
      return setGroup(document, command);
    case 'setGroups':
      return setGroups(document, command);
    case 'setRole':
      return setRole(document, command, context);
    case 'setBox':
      return setBox(document, command);
    case 'copyBoxes':
      return copyBoxes(document, command, context);
    case 'addFolder':
      return addFolder(document, command);
    case 'setFolder':
      return setFolder(document, command);
    case 'moveItems':
      return moveItems(document, command);
    case 'removeFolder':
      return removeFolder(document, command);
    case 'setSettings':
      return setSettings(document, command);
  }
}
