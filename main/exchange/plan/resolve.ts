/**
 * @file From rows of a source to items of the project: which image, which box, and everything said of it; what does not
 * fit becomes a problem with its line. Pure. Runs in main.
 */
import type { ImportProblem } from '../../contract/exchange';
import type { Box } from '../../contract/model';
import { sameName } from '../../contract/names';
import { boxItem, newId } from '../../projects/document';
import { UNITS, type ImportRecord, type ReadLabels } from '../read/record';
import { boxIn, sameBox } from './boxes';
import { ImagePaths, plainPath, type KnownImage } from './imagePaths';
import type { PlannedProject } from './project';
import { addTo, nothingSaid, type Said } from './said';
import { told } from '../../../strings/words';

export interface Resolved {
  said: Said[];
  problems: ImportProblem[];
  /** Rows that are used, duplicates not. */
  usable: number;
  byNameAlone: number;
}

interface PlacedBox {
  id: string;
  box: Box;
}

/** Rows between two points at which main may do something else. */
const STRETCH = 500;

/**
 * @param near folder of the source, in which relative names may lie
 * @yields how many rows are done
 */
export function resolveRecords(
  read: ReadLabels,
  project: PlannedProject,
  near: string | null,
): Generator<number, Resolved> {
  return new Resolver(project, near, UNITS[read.format]).resolve(read);
}

class Resolver {
  readonly #items = new Map<string, Said>();
  readonly #problems: ImportProblem[] = [];
  readonly #images: Map<string, PlannedProject['images'][number]>;
  readonly #boxes = new Map<string, PlacedBox[]>();
  readonly #purposes: Map<string, string>;
  /** Which name each image was found by, where only the file's name agreed. */
  readonly #byName = new Map<string, string>();
  readonly #known: KnownImage[];
  #paths: { whole?: ImagePaths; stems?: ImagePaths } = {};
  #usable = 0;

  constructor(
    private readonly project: PlannedProject,
    private readonly near: string | null,
    private readonly unit: string,
  ) {
    const { images, document, absolute } = project;
    this.#images = new Map(images.map((image) => [image.id, image]));
    this.#known = images.map(({ id, path }) => ({ id, path, absolute: absolute(id) }));
    this.#purposes = new Map(document.folders.map(({ id, purpose }) => [id, purpose]));
    for (const [id, { image, box }] of Object.entries(document.boxes)) this.#addBox(image, { id, box });
  }

  *resolve({ records, problems }: ReadLabels): Generator<number, Resolved> {
    yield* this.#index(records);
    for (const [done, record] of records.entries()) {
      if (done % STRETCH === 0) yield done;
      const why = this.#take(record);
      if (why === null) this.#usable++;
      else this.#problems.push({ line: record.line, text: why });
    }
    const all = [...problems, ...this.#problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const said = [...this.#items.values()];
    return { said, problems: all, usable: this.#usable, byNameAlone: this.#byName.size };
  }

  /** @returns why the row is left out, or null */
  #take(record: ImportRecord): string | null {
    const found = this.#imageOf(record);
    if (typeof found === 'string') return found;
    const { id, folder, path } = found;
    if (this.#purposes.get(folder) === 'classify') return told().importing.onlyClassified(path);
    if (Object.hasOwn(this.project.document.excluded, id)) return told().importing.isExcluded(path);
    const where = this.#itemOf(record, found);
    if (typeof where === 'string') return where;
    const said = this.#items.get(where.item) ?? nothingSaid({ ...where, image: id, path });
    const why = addTo(said, record, { same, unit: this.unit });
    if (why === null) this.#items.set(where.item, said);
    return why;
  }

  #imageOf(record: ImportRecord): PlannedProject['images'][number] | string {
    const name = shortened(record.paths[0] ?? '');
    const paths = record.stem ? this.#paths.stems : this.#paths.whole;
    const match = paths!.find(record.paths, this.near);
    if (match === null) return told().importing.noSuchImage(name);
    if ('several' in match) return told().importing.severalNamed(match.several, name);
    if (match.how === 'name') {
      const before = this.#byName.get(match.id);
      const now = plainPath(record.paths[0] ?? '');
      if (before !== undefined && before !== now)
        return told().importing.couldBothBe(name, shortened(before), this.#images.get(match.id)!.path);
      this.#byName.set(match.id, now);
    }
    return this.#images.get(match.id)!;
  }

  /** Names as the records have them: with their endings, or without, or both. */
  *#index(records: readonly ImportRecord[]): Generator<number, void> {
    if (records.some(({ stem }) => stem)) this.#paths.stems = yield* ImagePaths.of(this.#known, true);
    if (records.some(({ stem }) => !stem)) this.#paths.whole = yield* ImagePaths.of(this.#known);
  }

  /** The image, or the box: one that the project or an earlier row has, or a new one. */
  #itemOf(
    { box }: ImportRecord,
    image: PlannedProject['images'][number],
  ): Pick<Said, 'item' | 'newBox'> | string {
    if (!box) return { item: image.id, newBox: null };
    const fitted = boxIn(box, image);
    if (typeof fitted === 'string') return fitted;
    const known = this.#boxes.get(image.id)?.find((one) => sameBox(one.box, fitted));
    if (known) return { item: boxItem(known.id), newBox: null };
    const id = newId();
    this.#addBox(image.id, { id, box: fitted });
    return { item: boxItem(id), newBox: { id, box: fitted } };
  }

  #addBox(image: string, box: PlacedBox): void {
    const known = this.#boxes.get(image);
    if (known) known.push(box);
    else this.#boxes.set(image, [box]);
  }
}

const same = (fact: string, a: string, b: string): boolean => (fact === 'label' ? sameName(a, b) : a === b);

const shortened = (name: string): string => (name.length > 120 ? `…${name.slice(-120)}` : name);
