/** @file What About says of the program. */
import type { AboutFacts } from '../../main/contract/areas/faults';
import { day } from '../format';

type Package = Extract<AboutFacts['build'], { kind: 'package' }>;

const from = ({ commit, changed }: Package): string =>
  commit === null ? '' : `, from ${commit.slice(0, 12)}${changed ? ' with changes' : ''}`;

export const about = {
  title: 'About Imprint Studio',
  lead: 'Labels a handful of photos and has a classifier. No account, no server: nothing leaves this machine.',
  version: 'Version',
  build: 'Build',
  development: 'Started from a checkout',
  package: (build: Package) => `${build.release ? 'Release' : 'Package'} of ${day(build.date)}${from(build)}`,
  fallback:
    'Built on the fallback Electron, which gets no security fixes any more. This is no release: use it to try, not to work with.',
  electron: 'Electron',
  chromium: 'Chromium',
  node: 'Node',
  tensorflow: 'TensorFlow',
  notLoaded: 'not loaded yet',
  system: 'System',
  backbones: 'Backbones',
  backbone: (licence: string, trainedOn: string) => `${licence}, trained on ${trainedOn}`,
  licences: 'Licences',
  licencesTitle: 'Licences of what is in it',
  back: 'Back',
  copy: 'Copy',
  copied: 'Copied',
  couldNot: 'What the program is made of could not be read',
  couldNotCopy: 'That could not be copied',
  couldNotRead: 'The licences could not be shown',
  showLog: 'Show log file',
};
