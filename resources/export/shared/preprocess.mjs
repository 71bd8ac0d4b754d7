// From decoded pixels to what the model sees, bit for bit as Imprint Studio sees it. Runs anywhere; decode-node.mjs and
// decode-browser.mjs decode files for it.
//
// A framing is { kind: 'stretch' }, { kind: 'centreCrop' } or { kind: 'region', box: { x, y, width, height } } in fractions
// of the upright picture. It stands in metadata.json (preprocessing.framing), as does the size (input.size).

/** Fraction bits of a weight. */
const BITS = 22;

/**
 * @param picture { data, width, height }: upright, 8 bits, sRGB; data is RGB, or RGBA which is laid on white
 * @returns Uint8Array [size, size, 3], RGB
 */
export function modelInput(picture, framing, size) {
  const { width, height } = picture;
  const crop = cropOf(framing, width, height);
  const rgb = { data: onWhite(picture), width };
  return reduceDown(reduceAcross(rgb, crop, size), crop.height, size);
}

/** { left, top, width, height } in whole pixels of the upright picture. */
export function cropOf(framing, width, height) {
  if (framing.kind === 'stretch') return { left: 0, top: 0, width, height };
  if (framing.kind === 'centreCrop') {
    const side = Math.min(width, height);
    const [left, top] = [width, height].map((all) => Math.floor((all - side) / 2));
    return { left, top, width: side, height: side };
  }
  const { box } = framing;
  const [left, right] = span(box.x, box.width, width);
  const [top, bottom] = span(box.y, box.height, height);
  return { left, top, width: right - left, height: bottom - top };
}

function span(start, length, side) {
  const first = Math.min(side - 1, Math.floor(start * side + 0.5));
  return [first, Math.min(side, Math.max(first + 1, Math.floor((start + length) * side + 0.5)))];
}

function onWhite({ data, width, height }) {
  if (data.length === width * height * 3) return data;
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    const alpha = data[from + 3];
    for (let c = 0; c < 3; c++) {
      const sum = data[from + c] * alpha + 255 * (255 - alpha) + 128;
      rgb[to++] = (sum + (sum >> 8)) >> 8;
    }
  }
  return rgb;
}

/** [crop.height, size, 3] */
function reduceAcross({ data, width }, crop, size) {
  const columns = weights(crop.width, size);
  const out = new Uint8Array(crop.height * size * 3);
  for (let y = 0; y < crop.height; y++) {
    const line = ((crop.top + y) * width + crop.left) * 3;
    for (let x = 0; x < size; x++)
      for (let c = 0; c < 3; c++)
        out[(y * size + x) * 3 + c] = weighted(data, line + columns[x].first * 3 + c, 3, columns[x]);
  }
  return out;
}

/** [height, size, 3] to [size, size, 3] */
function reduceDown(data, height, size) {
  const stride = size * 3;
  const out = new Uint8Array(size * stride);
  weights(height, size).forEach((row, y) => {
    for (let i = 0; i < stride; i++)
      out[y * stride + i] = weighted(data, row.first * stride + i, stride, row);
  });
  return out;
}

function weighted(data, at, step, { factors }) {
  let sum = 1 << (BITS - 1);
  for (const factor of factors) {
    sum += data[at] * factor;
    at += step;
  }
  return sum >> BITS;
}

/** For each of `to` values: a triangle around its place among `from` values, in fixed point (Pillow's BILINEAR). */
function weights(from, to) {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(from, Math.trunc(centre + reach + 0.5));
    const raw = Array.from({ length: end - first }, (_, k) =>
      Math.max(0, 1 - Math.abs((first + k - centre + 0.5) / reach)),
    );
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    return { first, factors: raw.map((weight) => Math.trunc((weight / total) * 2 ** BITS + 0.5)) };
  });
}
