/** @file The command that changes a project's settings. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { isTuned, shippedId } from '../../contract/backboneIds';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ProjectDocument, ProjectSettings } from '../schema';
import { told } from '../../../strings/words';

export function setSettings(
  document: Readonly<ProjectDocument>,
  command: CommandNamed<'setSettings'>,
): Change {
  const before = document.settings;
  const changes = withoutUndefined(command.changes);
  const isOther = changes.backbone !== undefined && changes.backbone !== before.backbone;
  // What was noted is of the one before.
  const after: ProjectSettings = { ...before, ...(isOther && { ownBackbone: null }), ...changes };
  after.suppressed = [...new Set(after.suppressed)].sort((one, other) => one - other);
  const changed = (Object.keys(after) as (keyof ProjectSettings)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const change = new ChangeBuilder(document);
  if (changed.length > 0) change.replace('settings', after);
  return change.done(titleOf(changed, before, after), command);
}

function titleOf(
  changed: (keyof ProjectSettings)[],
  before: ProjectSettings,
  { head, backbone }: ProjectSettings,
): string {
  // What was trained for a tuned backbone goes with it.
  if (changed.includes('backbone')) return backboneTitle(before.backbone, backbone);
  const [first, second] = changed;
  if (!first || second) return told().steps.changeSettings;
  if (first === 'head') return head ? told().steps.keepHead : told().steps.backToImprinting;
  return told().steps.changeSetting(first);
}

function backboneTitle(before: string, after: string): string {
  if (isTuned(after)) return told().steps.keepTuned;
  return shippedId(before) === after ? told().steps.backToShipped : told().steps.changeBackbone;
}

type Changes = CommandNamed<'setSettings'>['changes'];

/** zod's optional fields may hold undefined, which is no value of a setting. */
function withoutUndefined(changes: Changes): Partial<ProjectSettings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
