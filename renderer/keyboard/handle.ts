/** @file Carries out the action of a key, where the focus allows it. */
import { runMenu } from '../state/menu';
import type { Session } from '../state/session';
import type { Studio } from '../state/studio.svelte';
import { ACTIONS } from './actions';
import { inCheck } from './inCheck';
import { actionOf, previewActionOf, type Action, type MenuKey, type PreviewAction } from './keymap';
import { step } from './moves';
import { boxActionOf, mapActionOf } from './places';
import { takenAhead } from './typedAhead';

/** Keys that belong to whatever control has the focus, unless that is the grid. */
const ONLY_IN_GRID: ReadonlySet<Action['name']> = new Set([
  ...(['accept', 'unlabel', 'toggle', 'selectAll'] as const),
  ...(['move', 'extend', 'moveFocus'] as const),
]);
const IN_EVERY_VIEW: ReadonlySet<Action['name']> = new Set(['undo', 'redo', 'shortcuts'] as const);
/** What these are about is in the Label view, which the map gives way to. */
const OF_LIST: ReadonlySet<Action['name']> = new Set([
  ...(['acceptConfident', 'findClass', 'nextDoubtful', 'similar', 'mislabelled'] as const),
  ...(['preview', 'addFilter', 'findName', 'updateList'] as const),
]);
const OF_MENU: ReadonlySet<string> = new Set<MenuKey>([
  ...(['openFolder', 'openProject', 'closeProject'] as const),
  ...(['rescan', 'showLabel', 'showMap', 'showCheck', 'showExport', 'showEvaluate', 'showFineTune'] as const),
  ...(['groupImages', 'findDuplicates', 'framing', 'preferences'] as const),
]);
const ELSEWHERE = 'input:not([type=range]), textarea, [role=dialog], [role=alertdialog], [role=menu]';

const ZOOM_STEP = 1.5;

export function handleKey(event: KeyboardEvent, studio: Studio): void {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.isComposing || target?.closest(ELSEWHERE)) return;
  if (studio.session && takenAhead(event, studio.session)) return event.preventDefault();
  const onBoxes = target?.closest('[data-boxes]') !== null && target !== null;
  if (onBoxes && studio.session && handleBoxKey(event, studio.session)) return;
  const inGrid =
    target === null ||
    target === document.body ||
    onBoxes ||
    target.closest('[data-grid], [data-check], [data-preview]') !== null;
  if (inGrid && !onBoxes && studio.session?.view.name === 'map' && handleMapKey(event, studio.session))
    return;
  if (!closesBox(event, studio.session) && handlePreviewKey(event, target, studio.session))
    return event.preventDefault();
  const action = actionOf(event);
  if (!action) return;
  if (isOfMenu(action.name)) {
    event.preventDefault();
    return runMenu(studio, action.name);
  }
  const { session } = studio;
  if (!session || (ONLY_IN_GRID.has(action.name) && !inGrid)) return;
  if (session.view.name === 'check' && inCheck(action, session)) return event.preventDefault();
  const hasImages = session.view.name === 'label' || session.view.name === 'map';
  if (!hasImages && !IN_EVERY_VIEW.has(action.name)) return;
  event.preventDefault();
  if (session.view.name === 'map' && OF_LIST.has(action.name)) session.view.open('label');
  void carryOut(action, session);
}

/** Whether Escape is about the tool or the box in hand, before it is about the preview. */
function closesBox({ key }: KeyboardEvent, session: Session | null): boolean {
  return key === 'Escape' && session !== null && (session.boxes.drawing || session.boxes.holds);
}

function handleBoxKey(event: KeyboardEvent, { boxes }: Session): boolean {
  const action = boxActionOf(event, boxes.drawing);
  if (!action) return false;
  event.preventDefault();
  void boxes.carryOut(action);
  return true;
}

/** Whether the key means something of its own on the map, which is then done. */
function handleMapKey(event: KeyboardEvent, { map, project }: Session): boolean {
  const action = mapActionOf(event, (key) => project.document.classes.some((info) => info.key === key));
  if (!action) return false;
  event.preventDefault();
  map.carryOut(action);
  return true;
}

/** Whether the key means something of its own while one image is shown large, which is then done. */
function handlePreviewKey(event: KeyboardEvent, target: Element | null, session: Session | null): boolean {
  if (session?.view.preview !== true || session.view.name !== 'label') return false;
  const action = previewActionOf(event);
  // A button that has the focus is pressed by Space.
  if (!action || (action.name === 'fitOrFull' && target?.closest('button'))) return false;
  look(action, session);
  return true;
}

function look(action: PreviewAction, { view }: Session): void {
  if (action.name === 'pan') view.zoomer?.pan(action.direction);
  else if (action.name === 'fitOrFull') view.zoomer?.toggleFull();
  else if (action.name === 'closePreview') view.togglePreview();
  else view.zoomer?.zoomBy(action.name === 'closer' ? ZOOM_STEP : 1 / ZOOM_STEP);
}

function isOfMenu(name: Action['name']): name is MenuKey {
  return OF_MENU.has(name);
}

async function carryOut(action: Action, session: Session): Promise<void> {
  switch (action.name) {
    case 'labelWithKey':
      return session.labelling.labelWithKey(action.key);
    case 'move':
    case 'extend':
    case 'moveFocus':
      return step(session, action.name, action.step);
    default:
      if (!isOfMenu(action.name)) await ACTIONS[action.name](session);
  }
}
