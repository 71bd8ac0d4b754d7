/** @file What undo and redo call the steps of a project. */
import type { ProjectSettings, Subfolders } from '../../../main/projects/schema';
import type { Brought } from '../../../main/projects/reduce/added';
import { plural } from '../plural';

const MEANINGS: Record<Subfolders, string> = {
  plain: 'folders only',
  unasked: 'not decided',
  classes: 'classes',
  places: 'places',
};

const SETTINGS: Record<keyof ProjectSettings, string> = {
  backbone: 'the backbone',
  ownBackbone: 'what the backbone is called',
  framing: 'the framing',
  base: 'the base classes',
  join: 'the join with the base classes',
  balanced: 'balancing',
  head: 'what guesses come from',
  offset: 'the offset of own classes',
  suppressed: 'the base classes that are left out',
};

const FIELDS = { name: 'name', colour: 'colour', key: 'key', kind: 'kind', severalLooks: 'looks' };

const WHAT: Record<keyof Brought, [string, string?]> = {
  labels: ['label'],
  boxes: ['box', 'boxes'],
  groups: ['group entry', 'group entries'],
  places: ['place'],
  times: ['time'],
  roles: ['role'],
  exclusions: ['exclusion'],
  classes: ['class', 'classes'],
};

const each = (brought: Brought): string[] =>
  (Object.keys(WHAT) as (keyof Brought)[]).flatMap((name) => {
    const many = brought[name] ?? 0;
    return many === 0 ? [] : plural(many, ...WHAT[name]);
  });

/** Classes that labels came in, and those that are new. */
interface Classes {
  labelled: number;
  added: number;
}

function imported(brought: Brought, { labelled, added }: Classes): string {
  const { labels, ...others } = brought;
  const inClasses = `${plural(labels, 'label')} in ${plural(labelled, 'class', 'classes')}`;
  const what = [...(labels === 0 ? [] : [inClasses]), ...each({ labels: 0, ...others })];
  return what.join(', ') || plural(added, 'class', 'classes');
}

/** Labels say most; what else came is only named where no label did. */
const takenOver = (brought: Brought): string =>
  brought.labels > 0 ? plural(brought.labels, 'label') : each(brought).join(', ') || 'nothing';

export const steps = {
  copyBoxes: (boxes: number): string => `Copy ${plural(boxes, 'box', 'boxes')}`,
  addClass: (name: string): string => `Add class ${name}`,
  renameClass: (before: string, after: string): string => `Rename class ${before} to ${after}`,
  changeClass: (name: string): string => `Change class ${name}`,
  makeBackground: (name: string): string => `Make class ${name} the background`,
  makeOrdinary: (name: string): string => `Make ${name} an ordinary class`,
  bySeveralLooks: (name: string): string => `Imprint ${name} by several looks`,
  byOneLook: (name: string): string => `Imprint ${name} by one look`,
  mergeClass: (from: string, into: string): string => `Merge class ${from} into ${into}`,
  deleteClass: (name: string): string => `Delete class ${name}`,
  addFolder: (folder: string): string => `Add folder ${folder}`,
  subfoldersAs: (folder: string, meaning: Subfolders): string =>
    `Take the subfolders of ${folder} as ${MEANINGS[meaning]}`,
  lookForFolder: (folder: string, path: string): string => `Look for ${folder} in ${path}`,
  removeFolder: (folder: string): string => `Remove folder ${folder}`,
  takeSumsOut: (images: number, name: string): string =>
    `Take the sums of ${plural(images, 'image')} out of ${name}`,
  addSums: (images: number, into: string): string => `Add the sums of ${plural(images, 'image')} to ${into}`,
  exclude: (excluded: boolean, items: string): string => `${excluded ? 'Exclude' : 'Include'} ${items}`,
  ungroup: (items: string): string => `Ungroup ${items}`,
  groupAs: (items: string, group: string): string => `Group ${items} as ${group}`,
  putInGroups: (items: string, groups: number): string => `Put ${items} in ${plural(groups, 'group')}`,
  useFor: (items: string, check: boolean): string => `Use ${items} for ${check ? 'checking' : 'learning'}`,
  labelAs: (items: string, name: string): string => `Label ${items} as ${name}`,
  removeLabels: (labelled: number, items: string): string =>
    `Remove the ${labelled === 1 ? 'label' : 'labels'} of ${items}`,
  giveLabels: (changed: number, labels: number): string =>
    `Give ${plural(changed, 'label')} of ${plural(labels, 'class', 'classes')}`,
  moveImages: (images: number): string =>
    `Move ${plural(images, 'image')} to ${images === 1 ? 'its' : 'their'} new place`,
  accept: (changed: number): string => `Accept ${plural(changed, 'guess', 'guesses')}`,
  drawBox: (what: 'delete' | 'change' | 'draw', image: string): string =>
    `${{ delete: 'Delete', change: 'Change', draw: 'Draw' }[what]} a box in ${image}`,
  changeField: (field: keyof typeof FIELDS, name: string): string =>
    `Change the ${FIELDS[field]} of class ${name}`,
  classes: (classes: number): string => plural(classes, 'class', 'classes'),
  takeFromFolders: (brought: Brought, classes: Classes): string =>
    `Take ${imported(brought, classes)} from the folders' names`,
  importFrom: (brought: Brought, classes: Classes, from: string): string =>
    `Import ${imported(brought, classes)} from ${from}`,
  takeOver: (brought: Brought, from: string): string => `Take over ${takenOver(brought)} from ${from}`,
  changeSettings: 'Change the settings',
  keepHead: 'Keep the fine-tuned head',
  backToImprinting: 'Go back to imprinting',
  changeSetting: (setting: keyof ProjectSettings): string => `Change ${SETTINGS[setting]}`,
  keepTuned: 'Keep the tuned backbone',
  backToShipped: 'Go back to the shipped backbone',
  changeBackbone: 'Change the backbone',
  images: (images: number): string => plural(images, 'image'),
  boxes: (boxes: number): string => plural(boxes, 'box', 'boxes'),
  items: (items: number): string => plural(items, 'item'),
};
