/** @file LICENCES.txt: whose work is in an export's folder, and on what terms. Pure but for reading; runs in main. */
import type { BackboneFacts } from '../engine/export/preparedExport';

export const LICENCES_FILE = 'LICENCES.txt';

/** Something of others that was copied into the folder. */
export interface CopiedWork {
  name: string;
  licenceText: string;
}

const RULE = '='.repeat(78);

export function licencesText(backbone: BackboneFacts, copied: readonly CopiedWork[]): string {
  const parts = [
    `${OWN}`,
    section(
      `The backbone: ${backbone.name}, licence ${backbone.licence}`,
      backbone.licenceText ??
        'No text of a licence came with this backbone. Whoever gave it to you can say on what terms it may be passed on.',
    ),
    ...copied.map(({ name, licenceText }) => section(name, licenceText)),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

const section = (title: string, text: string): string => `${RULE}\n${title}\n${RULE}\n\n${text}`;

const OWN = `Whose work is in this folder

The weights of the own classes were computed from your images and labels. Imprint
Studio asks nothing for them: no fee, no mention, no licence. The samples (programs
such as sample.py, and what they import) may be used, changed and passed on by
anyone for anything, without warranty.

The rest is the work of others, on the terms below.`;
