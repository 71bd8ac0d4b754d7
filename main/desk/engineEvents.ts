/** @file Who hears what the engine tells of the open project. Runs in main, with a window or without. */
import type { EngineEvent } from '../engine/supervisor';
import type { Session } from './session';
import type { SessionEvents } from './sessionEvents';

type Hearers = Pick<Session, 'library' | 'baseImages' | 'tuning' | 'map' | 'heads' | 'evaluations'>;

export function hearEngine(session: Hearers, events: SessionEvents, { name, payload }: EngineEvent): void {
  // Each knows its own jobs, and passes over the others'.
  const pipelines = [session.library.reader.pipeline, session.baseImages.images.pipeline];
  if (name === 'embedded') for (const one of pipelines) one.engineEmbedded(payload.ids);
  else if (name === 'rejected') {
    for (const one of pipelines) one.engineRejected(payload.ids, payload.reason);
    session.tuning.rejected(payload.ids, payload.reason);
  } else if (name === 'featured') session.tuning.featured(payload);
  else if (name === 'tuning') session.tuning.progressed(payload);
  else if (name === 'map') session.map.changed(payload);
  else if (name === 'head') session.heads.reported(payload);
  else if (name === 'arranging') events.arranging(payload);
  else if (name === 'contestProgress') session.evaluations.progressed(payload);
  else if (name === 'problem') events.notice(payload.sentence);
}
