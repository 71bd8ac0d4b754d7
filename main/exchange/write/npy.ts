/** @file The head of a NumPy file: float32, little endian, rows one after the other. Pure. Runs in main. */

/** Bytes before the first value, the same for every shape, so that the head can be written last. */
export const NPY_HEAD = 128;

/** @param rows N and @param columns D of the values [N, D] that follow */
export function npyHead(rows: number, columns: number): Buffer {
  const head = Buffer.alloc(NPY_HEAD, ' ');
  head.write('\x93NUMPY\x01\x00', 0, 'latin1');
  head.writeUInt16LE(NPY_HEAD - 10, 8);
  head.write(`{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`, 10, 'latin1');
  head.write('\n', NPY_HEAD - 1, 'latin1');
  return head;
}

/** The values as little-endian bytes, whatever this machine's order. */
export function littleEndian(values: Float32Array): Buffer {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return isLittle ? bytes : Buffer.from(bytes).swap32();
}

const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
