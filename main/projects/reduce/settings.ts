/** @file The command that changes a project's settings. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ProjectDocument, ProjectSettings } from '../schema';

const NAMES: Record<keyof ProjectSettings, string> = {
  backbone: 'the backbone',
  framing: 'the framing',
  base: 'the base classes',
  join: 'the join with the base classes',
  balanced: 'balancing',
};

export function setSettings(
  document: Readonly<ProjectDocument>,
  command: CommandNamed<'setSettings'>,
): Change {
  const before = document.settings;
  const {
    framing = before.framing,
    base = before.base,
    join = before.join,
    balanced = before.balanced,
  } = command.changes;
  const after: ProjectSettings = { backbone: before.backbone, framing, base, join, balanced };
  const changed = (Object.keys(NAMES) as (keyof ProjectSettings)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const change = new ChangeBuilder(document);
  if (changed.length > 0) change.replace('settings', after);
  return change.done(
    `Change ${changed.length === 1 && changed[0] ? NAMES[changed[0]] : 'the settings'}`,
    command,
  );
}
