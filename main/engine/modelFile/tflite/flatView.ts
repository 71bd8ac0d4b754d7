/**
 * @file Tables of a flatbuffer that comes from anywhere: every place is looked at before it is read, and a field that is
 * not expected is refused. Only what the schema nests is followed, so nothing goes in circles. Pure; runs in the engine
 * and in the process of the export check.
 */

/** Entries of one vector, and tables of one kind, are few in a model of ours. */
const MOST_ENTRIES = 1 << 14;
const IDENTIFIER_AT = 4;

const utf8 = new TextDecoder('utf-8', { fatal: true });

export class TableView {
  readonly #vtable: number;
  readonly #slots: number;
  readonly #size: number;

  /** @param what of which an error speaks, such as 'tensor 3' */
  private constructor(
    private readonly view: DataView,
    private readonly at: number,
    private readonly what: string,
  ) {
    this.#vtable = at - view.getInt32(this.#within(at, 4), true);
    const length = view.getUint16(this.#within(this.#vtable, 4), true);
    this.#size = view.getUint16(this.#vtable + 2, true);
    this.#within(this.#vtable, length);
    this.#within(at, this.#size);
    this.#slots = Math.max(0, Math.floor((length - 4) / 2));
  }

  /** @throws Error where the bytes are no flatbuffer of that kind */
  static root(bytes: Uint8Array, identifier: string, what: string): TableView {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = String.fromCharCode(...bytes.subarray(IDENTIFIER_AT, IDENTIFIER_AT + 4));
    if (bytes.length < IDENTIFIER_AT + 4 || found !== identifier)
      throw new Error(`${what} does not begin as a file of the kind ${identifier}`);
    return new TableView(view, view.getUint32(0, true), what);
  }

  /** @throws Error naming a field that is there and is none of these */
  only(fields: Readonly<Record<string, number>>): this {
    const known = new Set(Object.values(fields));
    for (let slot = 0; slot < this.#slots; slot++)
      if (this.#place(slot) !== 0 && !known.has(slot))
        throw new Error(`${this.what} has the field ${slot}, which none of our models has`);
    return this;
  }

  int8(slot: number, absent = 0): number {
    const at = this.#field(slot, 1);
    return at === null ? absent : this.view.getInt8(at);
  }

  int32(slot: number, absent = 0): number {
    const at = this.#field(slot, 4);
    return at === null ? absent : this.view.getInt32(at, true);
  }

  float32(slot: number, absent = 0): number {
    const at = this.#field(slot, 4);
    return at === null ? absent : this.view.getFloat32(at, true);
  }

  /** Empty where there is none. @throws Error where it is no UTF-8 */
  text(slot: number): string {
    const bytes = this.bytes(slot);
    try {
      return bytes === null ? '' : utf8.decode(bytes);
    } catch {
      throw new Error(`the field ${slot} of ${this.what} is no text`);
    }
  }

  /** Not copied; null where there is none. */
  bytes(slot: number): Uint8Array | null {
    const vector = this.#vector(slot, 1);
    return vector && new Uint8Array(this.view.buffer, this.view.byteOffset + vector.at, vector.length);
  }

  int32s(slot: number): number[] {
    const { at, length } = this.#few(slot);
    return Array.from({ length }, (_, i) => this.view.getInt32(at + 4 * i, true));
  }

  table(slot: number, what: string): TableView | null {
    const at = this.#field(slot, 4);
    return at === null ? null : new TableView(this.view, this.#target(at), what);
  }

  /** @param what one of them is; an error names it with its number */
  tables(slot: number, what: string): TableView[] {
    const { at, length } = this.#few(slot);
    return Array.from(
      { length },
      (_, i) => new TableView(this.view, this.#target(at + 4 * i), `${what} ${i}`),
    );
  }

  /** The one table of a vector. */
  onlyTable(slot: number, what: string): TableView {
    const [first, ...more] = this.tables(slot, what);
    if (!first || more.length > 0) throw new Error(`${this.what} has not exactly one ${what}`);
    return first;
  }

  #few(slot: number): { at: number; length: number } {
    const vector = this.#vector(slot, 4) ?? { at: 0, length: 0 };
    if (vector.length > MOST_ENTRIES)
      throw new Error(`${this.what} has ${vector.length} entries in the field ${slot}`);
    return vector;
  }

  #vector(slot: number, size: number): { at: number; length: number } | null {
    const field = this.#field(slot, 4);
    if (field === null) return null;
    const start = this.#target(field);
    const length = this.view.getUint32(this.#within(start, 4), true);
    return { at: this.#within(start + 4, length * size), length };
  }

  /** Where a place that is given relative to itself points to. */
  #target(at: number): number {
    return at + this.view.getUint32(this.#within(at, 4), true);
  }

  /** Where a field of `size` bytes lies; null where it is left out. */
  #field(slot: number, size: number): number | null {
    const place = this.#place(slot);
    if (place === 0) return null;
    if (place + size > this.#size) throw new Error(`the field ${slot} of ${this.what} lies outside of it`);
    return this.at + place;
  }

  #place(slot: number): number {
    return slot < this.#slots ? this.view.getUint16(this.#vtable + 4 + 2 * slot, true) : 0;
  }

  #within(at: number, length: number): number {
    if (at < 0 || at + length > this.view.byteLength)
      throw new Error(`${this.what} points outside of the file`);
    return at;
  }
}
