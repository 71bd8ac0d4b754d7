/**
 * @file What an annotator does, counted (docs/effort.md). An action is a decision carried out: one key on what one gesture
 * chose. Gestures are all presses of keys and of the pointer's button. Views are images looked at. Pure; runs in main.
 */

export type ActionName = 'label' | 'run' | 'page' | 'all' | 'class' | 'threshold' | 'list';

/** Keys and pointer gestures behind each action. */
const GESTURES: Record<ActionName, number> = {
  /** A click on one image, and its class's key. */
  label: 2,
  /** A click on the first of several that lie beside each other, one with Shift on the last, and the key of their class. */
  run: 3,
  /** A rubber band around what is on the screen, and Enter. */
  page: 2,
  /** Everything in the list, and Enter. */
  all: 2,
  /** One class, or all again, in the list of classes. */
  class: 1,
  threshold: 1,
  /** A filter or a sort of the list. */
  list: 1,
};

/** N before the name of a new class, and Enter after it; the key of the class is not pressed. */
const NAMING = 1;

export class Effort {
  readonly actions: Record<ActionName, number> = {
    ...{ label: 0, run: 0, page: 0, all: 0, class: 0, threshold: 0, list: 0 },
  };
  views = 0;
  /** Classes that were named. */
  named = 0;

  count(name: ActionName): void {
    this.actions[name]++;
  }

  get total(): number {
    return Object.values(this.actions).reduce((sum, count) => sum + count, 0);
  }

  get gestures(): number {
    const names = Object.keys(this.actions) as ActionName[];
    return names.reduce((sum, name) => sum + this.actions[name] * GESTURES[name], this.named * NAMING);
  }
}
