/** @file Sentences of the Welcome view. */
export const welcome = {
  title: 'Imprint Studio',
  lead: 'Label a handful of photos and have a classifier at once. No account, no server: nothing leaves this machine.',
  openFolder: 'Open a folder of photos',
  openProject: 'Open a project',
  openModel: 'Open an exported model…',
  modelHint: 'Go on with the classes of a model, without the images that taught it',
  sample: 'Try the sample',
  sampleHint: 'Photos with free licences, ready to be labelled',
  drop: 'or drop a folder anywhere in this window',
  dropNow: 'Drop to open',
  dropText: 'A folder of photos, or a project that ends in .imprint',
  dropClasses:
    'A folder of photos, a project that ends in .imprint, or classes to add: a file that ends in .imprint-class',
  steps: [
    'Label a few images of each class: select them, press N, type a name.',
    'Every other image now shows a guess. Correct the doubtful ones.',
    'Export the model and use it wherever you need it.',
  ],
  recent: 'Recent projects',
  noRecent: 'Projects you open will be listed here.',
  missing: 'missing',
  missingHint: 'Not found where it was: moved, renamed, or on a disk that is not connected.',
  forget: (name: string) => `Remove ${name} from the list`,
  version: (version: string) => `Version ${version}`,
};
