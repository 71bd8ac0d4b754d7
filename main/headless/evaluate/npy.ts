/**
 * @file Reads a NumPy file of embeddings: rows of float32 or float64, little endian, one after the other (format 1 to 3 of
 * numpy.lib.format). What the head says is not believed before the file's size agrees. Runs in main.
 */
import { promises as fs } from 'node:fs';
import { PersonError } from '../../contract/errors';

export interface NpyMatrix {
  /** N */
  rows: number;
  /** D */
  columns: number;
  /** [N, D] */
  values: Float32Array;
}

const MAGIC = '\x93NUMPY';
/** No head of two numbers is longer. */
const LONGEST_HEAD = 4096;
/** A million images of 1280 values are 5 GB; more does not fit into one array here. */
const MOST_VALUES = 2 ** 29;

/** @throws {PersonError} where it is no such file, is damaged, or cannot be read */
export async function readNpy(file: string): Promise<NpyMatrix> {
  const handle = await fs.open(file, 'r').catch(() => {
    throw new PersonError(`${file} cannot be read: is it there, and may it be read?`);
  });
  try {
    const { size } = await handle.stat();
    const start = Buffer.alloc(Math.min(size, LONGEST_HEAD + 12));
    await handle.read(start, 0, start.length, 0);
    const head = headOf(start, file);
    const bytes = head.rows * head.columns * head.width;
    if (size !== head.length + bytes)
      throw new PersonError(
        `${file} is damaged: its head speaks of ${head.rows} rows of ${head.columns} values, which does not go with its size.`,
      );
    const data = Buffer.alloc(bytes);
    await handle.read(data, 0, bytes, head.length);
    return { rows: head.rows, columns: head.columns, values: valuesOf(data, head.width) };
  } finally {
    await handle.close();
  }
}

interface Head {
  /** Bytes before the first value. */
  length: number;
  /** Bytes of a value. */
  width: 4 | 8;
  rows: number;
  columns: number;
}

function headOf(start: Buffer, file: string): Head {
  if (start.toString('latin1', 0, 6) !== MAGIC)
    throw new PersonError(`${file} is no NumPy file (numpy.save makes one).`);
  const long = (start[6] ?? 0) >= 2;
  const begin = long ? 12 : 10;
  const told = start.length < begin ? NaN : long ? start.readUInt32LE(8) : start.readUInt16LE(8);
  if (!(told <= LONGEST_HEAD) || begin + told > start.length)
    throw new PersonError(`${file} is damaged: its head is not whole.`);
  const text = start.toString('latin1', begin, begin + told);
  return { length: begin + told, width: widthOf(text, file), ...shapeOf(text, file) };
}

function widthOf(text: string, file: string): Head['width'] {
  const kind = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  if (kind !== '<f4' && kind !== '<f8')
    throw new PersonError(
      `${file} holds values of the kind ${printableKind(kind)}; embeddings are float32 or float64: save it by numpy.save(file, embeddings.astype('float32')).`,
    );
  if (!/'fortran_order':\s*False/.test(text))
    throw new PersonError(
      `${file} holds columns, not rows: save it by numpy.save(file, numpy.ascontiguousarray(embeddings)).`,
    );
  return kind === '<f4' ? 4 : 8;
}

const printableKind = (kind: string | undefined): string =>
  kind !== undefined && /^[<>|=]?[a-zA-Z]\d{0,3}$/.test(kind) ? kind : 'unknown';

function shapeOf(text: string, file: string): Pick<Head, 'rows' | 'columns'> {
  const found = /'shape':\s*\((\d{1,10}),\s*(\d{1,10}),?\s*\)/.exec(text);
  const [rows, columns] = [Number(found?.[1]), Number(found?.[2])];
  if (!(rows >= 1 && columns >= 1))
    throw new PersonError(`${file} holds no rows of embeddings: its shape must be (images, values).`);
  if (rows * columns > MOST_VALUES)
    throw new PersonError(
      `${file} holds ${rows} rows of ${columns} values, more than can be evaluated at once.`,
    );
  return { rows, columns };
}

function valuesOf(data: Buffer, width: Head['width']): Float32Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const read = width === 4 ? view.getFloat32.bind(view) : view.getFloat64.bind(view);
  return Float32Array.from({ length: data.byteLength / width }, (_, i) => read(i * width, true));
}
