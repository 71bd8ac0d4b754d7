/** @file What the system's own dialogs say: choosing files, and questions that cannot wait for the window. */
export const native = {
  open: 'Open',
  save: 'Save',
  openFolder: 'Open a folder of images',
  openProject: 'Open a project (NAME.imprint)',
  cacheFolder: 'Keep the cache in',
  choose: 'Choose',
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
