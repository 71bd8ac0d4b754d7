/** @file What this program is: versions, where it was built, what it ships. Runs in main. */
import { app, clipboard } from 'electron';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import type { AboutFacts } from '../contract/areas/faults';
import { PersonError, describe } from '../contract/errors';
import { shippedBackbones } from '../engine/backbone/shipped';
import { buildInfo } from './buildInfo';
import { resource, shipped } from './places';
import { told } from '../../strings/words';

export class About {
  /** @param tensorflow version of the library in the engine; null while it is not loaded */
  constructor(private readonly tensorflow: () => string | null) {}

  async facts(): Promise<AboutFacts> {
    const { electron = '', chrome = '', node = '' } = process.versions;
    return {
      name: app.getName(),
      version: app.getVersion(),
      build: buildFacts(),
      electron,
      chromium: chrome,
      node,
      tensorflow: this.tensorflow(),
      system: `${os.type()} ${os.release()}, ${process.arch}`,
      backbones: (await shippedBackbones(resource('backbones'))).map(({ name, licence, trainedOn }) => ({
        name,
        licence,
        trainedOn,
      })),
    };
  }

  async copy(): Promise<void> {
    void clipboard.writeText(linesOf(await this.facts()).join('\n'));
  }

  /** @throws PersonError where the file is not there */
  async licences(): Promise<string> {
    const file = shipped('THIRD_PARTY_NOTICES.md');
    try {
      return await fs.readFile(file, 'utf8');
    } catch (error) {
      throw new PersonError(told().shell.noNotices, describe(error));
    }
  }
}

/** The facts as text, one a line. */
export function linesOf(facts: AboutFacts): string[] {
  const { name, version, build, electron, chromium, node, tensorflow, system, backbones } = facts;
  return [
    `${name} ${version}, ${buildLine(build)}`,
    `Electron ${electron}, Chromium ${chromium}, Node ${node}`,
    `TensorFlow ${tensorflow ?? 'not loaded'}`,
    ...backbones.map((one) => `${one.name} (${one.licence}), trained on ${one.trainedOn}`),
    system,
  ];
}

function buildLine(build: AboutFacts['build']): string {
  if (build.kind === 'development') return 'started from a checkout';
  const { official, release, commit, changed, date } = build;
  const from = commit === null ? '' : ` of ${commit}${changed ? ' with changes' : ''}`;
  const electron = official ? '' : ', with the fallback Electron';
  return `${release ? 'release' : 'package'}${from}, ${date}${electron}`;
}

function buildFacts(): AboutFacts['build'] {
  const build = buildInfo();
  if (build.kind === 'development') return { kind: 'development' };
  const { electronSource, release, commit, changed, date } = build;
  return { kind: 'package', official: electronSource === 'official', release, commit, changed, date };
}
