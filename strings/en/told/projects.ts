/** @file What opening, saving and keeping a project says. What begins small continues another sentence. */
import { plural } from '../plural';

const changesAre = (waiting: number): string => plural(waiting, 'change is', 'changes are');
const keptHere = (waiting: number): string => `${waiting === 1 ? 'It is' : 'They are'} kept in this window`;

export const projects = {
  noBackup: (what: string): string =>
    `Everything is saved, but the backup of this session could not be written: ${what}.`,
  changedByAnother: (aside: string): string =>
    `Another program changed project.json while it was open here. Its version was kept as ${aside}; the project goes on as you see it.`,
  notPurgedSinceChanged: (file: string): string =>
    `Nothing was purged: another program changed ${file} while it was open here. Change anything, so that it is saved and that version put aside, and purge then.`,
  classesShare: (twice: string): string => `Two classes share the id, name or key ${twice}.`,
  foldersShare: (twice: string): string => `Two folders share the id ${twice}.`,
  boxInNoFolder: (box: string, image: string): string =>
    `The box ${box} lies in ${image}, whose folder is not in the project.`,
  aboutNoBox: (section: string, item: string): string =>
    `An entry of ${section} is about the box ${item}, which is not in the project.`,
  aboutNoFolder: (section: string, item: string): string =>
    `An entry of ${section} is about ${item}, whose folder is not in the project.`,
  labelOfNoClass: (item: string, id: string): string =>
    `The label of ${item} names the class ${id}, which is not in the project.`,
  notUnderstood: 'This change was not understood and nothing was changed.',
  notMade: (directory: string, what: string, advice: string): string =>
    `No project could be made in ${directory}: ${what}. ${advice}`,
  insideImages: (directory: string, folder: string): string =>
    `Projects are kept in ${directory}, which is inside the images' folder ${folder}. Nothing was made: open a folder below it.`,
  namesTaken: (folders: number, wanted: string): string =>
    `There are ${folders} folders named ${wanted} already. Nothing was exported; tidy up first.`,
  noUndoAfterRestart: (what: string): string =>
    `Everything is saved, but what you do now could not be undone after a restart: ${what}.`,
  othersHistory: (name: string): string =>
    `What was done in ${name} before cannot be undone any more, because its file is not the one that was saved here last. Labels are as the file has them.`,
  unreadableFromDisk: 'cannot be read from the disk (EIO)',
  isEmpty: 'is empty (0 bytes)',
  isDamaged: (why: string): string => `is damaged or cut off (${why})`,
  holdsNoProject: 'holds no project',
  saysNoVersion: 'does not say its version',
  notUpToDate: (why: string): string => `cannot be brought up to date (${why})`,
  isNoProject: (issue: string): string => `does not hold what a project holds (${issue})`,
  contradictsItself: (misfit: string): string => `contradicts itself: ${misfit}`,
  newerNotShown: (version: number): string =>
    `This project was written by a newer version of Imprint Studio (format ${version}) in a way that this one cannot show. It was not changed; open it with the newer version.`,
  lockLost:
    'Another program has opened this project in the meantime, as happens when this computer sleeps for long. Saving now would overwrite its work.',
  beingOpened: (name: string): string =>
    `${name} is being opened by another program at this moment. Try again.`,
  theWhole: 'the whole',
  unknown: 'unknown',
  on: (user: string, host: string): string => `${user} on ${host}`,
  openElsewhere: (name: string, since: string, who: string, pid: number): string =>
    `${name} has been open in another window since ${since} (${who}, process ${pid}). Close it there, then open it here again.`,
  noProjectAt: (folder: string): string =>
    `There is no project at ${folder}. It may have been moved or deleted.`,
  readOnlySince: (project: string, what: string, advice: string): string =>
    `${project} is open for reading only: ${what}. ${advice}`,
  isMissing: 'is missing',
  notRepairable: (project: string, problem: string, readOnly: string): string =>
    `project.json of ${project} ${problem}, and it cannot be repaired now. ${readOnly}`,
  couldNotBeOpened: (project: string, what: string, advice: string): string =>
    `${project} could not be opened: ${what}. ${advice}`,
  newerReadOnly: (project: string, version: number): string =>
    `${project} was written by a newer version of Imprint Studio (format ${version}), so it is open for reading only. Update Imprint Studio to change it.`,
  noGoodBackup: (problem: string): string => `${problem} There is no good backup of it. Nothing was changed.`,
  backupNotUsed: (problem: string): string => `${problem} It was left as it is, and its backup was not used.`,
  fileOf: (name: string, problem: string): string => `The file of ${name}, project.json, ${problem}.`,
  isClosed: 'This project is closed. Nothing was changed.',
  nothingChanged: (readOnly: string): string => `Nothing was changed. ${readOnly}`,
  isReadOnly: 'This project is open for reading only.',
  historyDamaged: (step: string, direction: string): string =>
    `'${step}' cannot be ${direction === 'undo' ? 'undone' : 'redone'} any more: the file history.jsonl in the project's folder is damaged. Nothing was changed, and what you do from now on can be undone.`,
  someNotSaved: 'Some changes are not saved yet.',
  staysOpen: (project: string, why: string): string => `${project} stays open. ${why}`,
  nothingPurged: (why: string): string => `Nothing was purged. ${why}`,
  discarded: 'The project was closed without saving this change.',
  notOfThisVersion: (file: string): string => `${file} is not a project of this version.`,
  couldNotBeRead: (file: string, what: string, advice: string): string =>
    `${file} could not be read: ${what}. ${advice}`,
  hasNoFile: (name: string): string => `${name} has no project.json.`,
  notSaved: (waiting: number, what: string, advice: string): string =>
    `${changesAre(waiting)} not saved: ${what}. ${keptHere(waiting)}, and saving is tried again. ${advice}`,
  notSavedBecause: (waiting: number, why: string): string =>
    `${changesAre(waiting)} not saved. ${why} ${keptHere(waiting)}.`,
};
