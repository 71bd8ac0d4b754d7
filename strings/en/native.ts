/** @file What the system's own dialogs say: choosing files, and questions that cannot wait for the window. */
export const native = {
  open: 'Open',
  save: 'Save',
  openFolder: 'Open a folder of images',
  openProject: 'Open a project (NAME.imprint)',
  cacheFolder: 'Keep the cache in',
  choose: 'Choose',
  addBackbone: 'Choose the folder of a model',
  removeBackbone: {
    removeTitle: (name: string) => `Remove the backbone ‘${name}’?`,
    removeText:
      'Its copy is removed from this computer. Projects that are seen by it open all the same, and say that it is not installed; their labels stay. The folder that it was added from is not touched.',
    remove: 'Remove',
    keep: 'Keep',
  },
  useBackup: (project: string) => `Use the backup of ${project}?`,
  backup: (problem: string, when: string, classes: number, labels: number, keptAs: string | null) =>
    `${problem} The backup of ${when} has ${classes} classes and ${labels} labels.${
      keptAs === null ? '' : ` The broken file is kept as ${keptAs}.`
    }`,
  useIt: 'Use the Backup',
  leaveIt: 'Leave It as It Is',
  stayTitle: 'Stay, so that nothing is lost?',
  stay: 'Stay',
  quitAnyway: 'Quit Without Saving',
};
