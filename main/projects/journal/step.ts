/**
 * @file A step of the history as one line of text: what it changes, and what was there before. Pure. Runs in main.
 *
 * Patch and inverse name the same entries in opposite order, so one list says both. Values are listed once and named
 * by their number, keys with the same values share it: 50,000 labels of one class take the length of their names.
 */
import { z } from 'zod';
import type { DocumentPatch } from '../../contract/model';
import { RECORD_SECTIONS } from '../document';
import { projectSchema } from '../schema';

export interface Step {
  /** What it does, in words: 'Label 3 images as Perch'. */
  title: string;
  patches: DocumentPatch[];
  /** Takes the step back, in this order. */
  inverse: DocumentPatch[];
}

/** The number of a value; NOTHING where an entry is not there. */
type Place = number;
const NOTHING: Place = -1;
/** One for all keys, or one for each. */
type Places = Place | Place[];
/** Section, keys (null: the whole section), values before, values after. */
type Part = [section: string, keys: string[] | null, before: Places, after: Places];

/** @throws where patches and inverse are not each other's mirror: a fault of whoever made the step. */
export function encodeStep({ patches, inverse }: Pick<Step, 'patches' | 'inverse'>): string {
  const values = new Values();
  const parts: { section: string; keys: string[] | null; before: Place[]; after: Place[] }[] = [];
  for (const [i, patch] of patches.entries()) {
    const back = inverse[inverse.length - 1 - i];
    const [section, key] = patch.path.map(String);
    if (section === undefined || String(back?.path) !== String(patch.path))
      throw new Error('a change does not say how it is taken back');
    let part = parts.at(-1);
    if (part?.section !== section || part.keys === null || key === undefined) {
      part = { section, keys: key === undefined ? null : [], before: [], after: [] };
      parts.push(part);
    }
    if (key !== undefined) part.keys?.push(key);
    part.before.push(values.place(back));
    part.after.push(values.place(patch));
  }
  const short = parts.map((p): Part => [p.section, p.keys, shorten(p.before), shorten(p.after)]);
  return `{"parts":${JSON.stringify(short)},"values":[${values.texts.join(',')}]}`;
}

function shorten(places: Place[]): Places {
  const [first = NOTHING] = places;
  return places.every((place) => place === first) ? first : places;
}

class Values {
  readonly texts: string[] = [];
  readonly #byText = new Map<string, Place>();
  #last: { value: unknown; place: Place } | null = null;

  place(patch: DocumentPatch | undefined): Place {
    if (!patch || patch.op === 'remove') return NOTHING;
    // Labels that were given together are one object: nothing is to be looked up again.
    if (this.#last?.value !== patch.value || this.#last === null)
      this.#last = { value: patch.value, place: this.#find(JSON.stringify(patch.value)) };
    return this.#last.place;
  }

  #find(text: string): Place {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    this.#byText.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

const place = z.int().min(NOTHING);
const places = z.union([place, z.array(place)]);
const WHOLE = ['folders', 'classes', 'draws', 'settings'] as const;
const bodySchema = z.strictObject({
  parts: z.array(
    z.tuple([z.enum([...WHOLE, ...RECORD_SECTIONS]), z.array(z.string()).nullable(), places, places]),
  ),
  values: z.array(z.unknown()),
});
type Body = z.infer<typeof bodySchema>;
type Section = Body['parts'][number][0];

/**
 * What `encodeStep` wrote. The file may come from elsewhere: keys and values are checked by the project's schema.
 * @throws where it is not as it should be.
 */
export function decodeStep(text: string): Pick<Step, 'patches' | 'inverse'> {
  const { parts, values } = bodySchema.parse(JSON.parse(text));
  const [patches, inverse]: DocumentPatch[][] = [[], []];
  for (const [section, keys, before, after] of parts) {
    const valueOf = reader(section, keys !== null, values);
    for (const [i, path] of pathsOf(section, keys).entries()) {
      const [from, to] = [before, after].map((all) => valueOf(typeof all === 'number' ? all : all[i]));
      patches?.push(patch(path, from, to));
      inverse?.push(patch(path, to, from));
    }
  }
  return { patches: patches ?? [], inverse: (inverse ?? []).reverse() };
}

function pathsOf(section: Section, keys: string[] | null): string[][] {
  if (keys === null) return [[section]];
  const entries: { keyType: z.ZodType<string> } = recordOf(section);
  return keys.map((key) => [section, entries.keyType.parse(key)]);
}

/** Reads a section's values by their number, each checked once. */
function reader(section: Section, single: boolean, values: unknown[]): (n: Place | undefined) => unknown {
  const schema: z.ZodType = single ? recordOf(section).valueType : projectSchema.shape[section];
  const checked = new Map<Place, unknown>();
  return (n) => {
    if (n === NOTHING && single) return undefined;
    if (n === undefined || n < 0 || n >= values.length) throw new Error('a value is missing');
    if (!checked.has(n)) checked.set(n, schema.parse(values[n]));
    return checked.get(n);
  };
}

function recordOf(section: Section): { keyType: z.ZodType<string>; valueType: z.ZodType } {
  if (section === 'folders' || section === 'classes' || section === 'draws' || section === 'settings')
    throw new Error(`${section} has no entries`);
  const { keyType, valueType } = projectSchema.shape[section];
  return { keyType, valueType };
}

function patch(path: string[], from: unknown, to: unknown): DocumentPatch {
  if (to === undefined) return { op: 'remove', path };
  return { op: from === undefined ? 'add' : 'replace', path, value: to };
}
