/** @file The pointer over an image's boxes: draws with the tool, else chooses; only a chosen box is moved or resized. */
import type { Box } from '../../../main/contract/model';
import { boxAt, drawn, handleAt, moved, resized, type Handle, type Place } from '../../logic/boxes';
import type { BoxHand } from '../../state/boxHand';

/** How near to a side or corner the pointer takes hold of it, pixels. */
const REACH = 7;
/** Nearer to where the button went down it is a click, pixels. */
const STILL = 3;

interface Press {
  from: Place;
  /** The box that is changed, as it was; null while one is drawn. */
  box: Box | null;
  handle: Handle | null;
  changed: boolean;
}

/** @param image id of the image that is shown @returns lets go of the element */
export function attachBoxPointer(layer: HTMLElement, boxes: BoxHand, image: () => string): () => void {
  let press: Press | null = null;

  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, top, width, height } = layer.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const reach = (): Place => {
    const { width, height } = layer.getBoundingClientRect();
    return { x: REACH / width, y: REACH / height };
  };

  /** What the pointer takes hold of: the tool's new box, the chosen box, another one, or nothing. */
  const grasp = (at: Place): Press | null => {
    if (boxes.drawing) return { from: at, box: null, handle: null, changed: false };
    const shown = boxes.of(image());
    const chosen = shown.find(({ id }) => id === boxes.chosen);
    const handle = chosen ? handleAt(chosen.box, at, reach()) : null;
    const under = boxAt(shown, at);
    if (chosen && (handle !== null || under?.id === chosen.id)) {
      return { from: at, box: chosen.box, handle, changed: false };
    }
    if (boxes.drawsBeside) return { from: at, box: null, handle: null, changed: false };
    if (under) boxes.choose(under.id);
    else if (boxes.holds) boxes.choose(null);
    return null;
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const over = boxes.drawing || boxAt(boxes.of(image()), placeOf(event)) !== null || boxes.holds;
    if (!over) return;
    // Whoever shows the image moves it by dragging; what begins on a box is about the box.
    event.stopPropagation();
    event.preventDefault();
    layer.focus({ preventScroll: true });
    press = grasp(placeOf(event));
    if (press) layer.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent) => {
    if (!press) return;
    const at = placeOf(event);
    const { width, height } = layer.getBoundingClientRect();
    const [dx, dy] = [at.x - press.from.x, at.y - press.from.y];
    press.changed ||= Math.hypot(dx * width, dy * height) >= STILL;
    if (!press.changed) return;
    if (press.box === null) return boxes.sketch(drawn(press.from, at));
    boxes.change(press.handle ? resized(press.box, press.handle, dx, dy) : moved(press.box, dx, dy));
  };

  const up = (event: PointerEvent) => {
    if (!press) return;
    const { box, changed, from } = press;
    press = null;
    if (!changed) return boxes.forgetDraft();
    if (box !== null) return void boxes.commit();
    const made = drawn(from, placeOf(event));
    boxes.forgetDraft();
    if (made) void boxes.draw(made);
  };

  const cancel = () => {
    press = null;
    boxes.forgetDraft();
  };
  // A drag under way is what Escape is about, before it is about the tool.
  const key = (event: KeyboardEvent) => {
    if (!press || event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  };
  // d3-zoom listens to these; a drag on a box must not reach it.
  const mouse = (event: MouseEvent) => {
    if (press) event.stopPropagation();
  };

  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', cancel],
    ['keydown', key],
    ['mousedown', mouse],
  ];
  for (const [name, listener] of listeners) layer.addEventListener(name, listener as EventListener);
  return () => {
    for (const [name, listener] of listeners) layer.removeEventListener(name, listener as EventListener);
  };
}
