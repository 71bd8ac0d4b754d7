/** @file Which box of the open project a box of another project is. Pure. Runs in main. */
import type { Box } from '../../contract/model';
import { newId } from '../../projects/document';
import type { ProjectDocument } from '../../projects/schema';
import { sameBox } from '../plan/boxes';

/** Rectangles whose edges are nearer than a thousandth of the image's side are one: so far do programs round. */
export const SAME_WITHIN = 0.001;

export interface BoxMatch {
  /** Id of the box in the open project, or of the new one. */
  id: string;
  /** Image that it is in there. */
  image: string;
  box: Box;
  isNew: boolean;
  /** Its rectangle here, where both projects began from the same box and somebody moved it since. */
  moved: Box | null;
}

type Boxes = ProjectDocument['boxes'];

/**
 * A box is the same where it has the same id in the same image (a project that was copied and gone on with twice), or
 * the same rectangle. Any other is a new one.
 * @param imageOf the open project's image of their image; null where it has none
 */
export function matchBoxes(
  theirs: Boxes,
  mine: Boxes,
  imageOf: (image: string) => string | null,
): Map<string, BoxMatch> {
  const finder = new BoxFinder(mine);
  const placed = Object.entries(theirs).flatMap(([id, { image, box }]) => {
    const here = imageOf(image);
    return here === null ? [] : [{ id, image: here, box }];
  });
  // First those that are certain: a rectangle must not take away the box that has the id.
  const isKnown = ({ id, image }: Placed): boolean => finder.hasIn(image, id);
  const ordered = [...placed.filter(isKnown), ...placed.filter((one) => !isKnown(one))];
  return new Map(ordered.map((one) => [one.id, finder.match(one)]));
}

interface Placed {
  id: string;
  image: string;
  box: Box;
}

class BoxFinder {
  readonly #inImage = new Map<string, string[]>();
  readonly #taken = new Set<string>();

  constructor(private readonly mine: Boxes) {
    for (const [id, { image }] of Object.entries(mine)) {
      const some = this.#inImage.get(image);
      if (some) some.push(id);
      else this.#inImage.set(image, [id]);
    }
  }

  hasIn(image: string, id: string): boolean {
    return Object.hasOwn(this.mine, id) && this.mine[id]!.image === image;
  }

  match({ id, image, box }: Placed): BoxMatch {
    const found = this.hasIn(image, id) ? id : this.#byShape(image, box);
    if (found === undefined) return { id: this.#free(id), image, box, isNew: true, moved: null };
    this.#taken.add(found);
    const here = this.mine[found]!.box;
    return { id: found, image, box, isNew: false, moved: sameBox(here, box, SAME_WITHIN) ? null : here };
  }

  #byShape(image: string, box: Box): string | undefined {
    return this.#inImage
      .get(image)
      ?.find((id) => !this.#taken.has(id) && sameBox(this.mine[id]!.box, box, SAME_WITHIN));
  }

  /** Its own, so that the two projects know it again next time. */
  #free(id: string): string {
    const free = Object.hasOwn(this.mine, id) || this.#taken.has(id) ? newId() : id;
    this.#taken.add(free);
    return free;
  }
}
