/** @file What each action of the key table does to an open project; keys and the application menu both come here. */
import { focusImages } from '../components/grid/focus';
import type { Session } from '../state/session';
import type { PlainAction } from './keymap';

export const ACTIONS: Record<PlainAction, (session: Session) => Promise<void> | void> = {
  accept: ({ labelling }) => labelling.accept(),
  acceptConfident: ({ confident }) => (confident.info ? confident.accept() : confident.open()),
  unlabel: ({ labelling }) => labelling.label(null),
  exclude: ({ labelling }) => labelling.toggleExcluded(),
  group: ({ grouping }) => grouping.group(),
  ungroup: ({ grouping }) => grouping.ungroup(),
  findClass: ({ view }) => view.startFinding(),
  drawBox: ({ boxes }) => boxes.take(!boxes.drawing),
  newClass: ({ view }) => view.startNaming(),
  nextDoubtful: ({ searching }) => searching.nextDoubtful(),
  similar: ({ searching }) => searching.similar(),
  alike: ({ arranging }) => arranging.sort(),
  mislabelled: ({ searching }) => searching.mislabelled(),
  toggle: ({ selection }) => {
    if (selection.focus >= 0) selection.toggle(selection.focus);
  },
  selectAll: ({ selection, view }) => selection.all(view.reach),
  clear: (session) => clear(session),
  preview: ({ view }) => view.togglePreview(),
  addFilter: ({ view }) => view.fields.startFilter(null),
  findName: ({ view }) => view.fields.startFilter('text'),
  updateList: ({ arranging }) => arranging.update(),
  autoAdvance: ({ view }) => view.setAutoAdvance(!view.autoAdvance),
  undo: ({ work }) => work.undo(),
  redo: ({ work }) => work.redo(),
  reveal: ({ work }) => work.reveal(),
  shortcuts: ({ view }) => {
    view.fields.shortcuts = true;
  },
};

/** Escape leaves one thing after the other: the tool and the box, the certain guesses, then the selection. */
function clear({ boxes, confident, selection }: Session): void {
  if (boxes.leave()) return boxes.holds ? undefined : focusImages();
  if (confident.info) confident.close();
  else selection.clear();
}
