/**
 * @file Decodes a HEIC file's primary picture with libheif: turned, mirrored and cut as its boxes say. Runs in the decoder's
 * workers.
 */
import { damaged, DecodeError, truncated } from '../errors';
import { addWhite, onWhite } from '../onWhite';
import type { Size } from '../reduce/strip';
import { closeHeif, openHeif, type Handle, type Heif, type HeifError } from './library';
import { told } from '../../../strings/words';

export interface Decoded extends Size {
  /** R G B 255 in memory, row by row, upright. Transparency lies on white. */
  words: Uint32Array<ArrayBuffer>;
}

/**
 * @param size that the header gave, upright: a file that decodes to another one is damaged
 * @throws DecodeError where the file is damaged, cut short or of a kind that libheif does not decode
 */
export async function decodeHeic(data: Uint8Array, size: Size): Promise<Decoded> {
  const heif = await openHeif();
  let whole = false;
  try {
    const decoded = inContext(heif, data, size);
    whole = true;
    return decoded;
  } catch (error) {
    whole = error instanceof DecodeError;
    throw error;
  } finally {
    closeHeif(whole);
  }
}

function inContext(heif: Heif, data: Uint8Array, size: Size): Decoded {
  const context = heif.heif_context_alloc();
  try {
    const read = heif.heif_context_read_from_memory(context, data);
    if (read.code.value !== 0) throw reasonOf(read);
    const handle = heif.heif_js_context_get_primary_image_handle(context);
    if (handle.code) throw reasonOf(handle);
    try {
      return pixelsOf(heif, handle, size);
    } finally {
      heif.heif_image_handle_release(handle);
    }
  } finally {
    heif.heif_context_free(context);
  }
}

function pixelsOf(heif: Heif, handle: Handle, size: Size): Decoded {
  const width = heif.heif_image_handle_get_width(handle);
  const height = heif.heif_image_handle_get_height(handle);
  // The limits were checked with the header's size, before anything was decoded.
  if (width !== size.width || height !== size.height) throw damaged(told().pictures.twoSizes);
  const { heif_colorspace_RGB: rgb } = heif.heif_colorspace;
  const decoded = heif.heif_js_decode_image2(handle, rgb, heif.heif_chroma.heif_chroma_interleaved_RGBA);
  if (decoded.code) throw reasonOf(decoded);
  try {
    const [channel] = decoded.channels;
    if (channel?.width !== width || channel.height !== height) throw damaged(told().pictures.otherSize);
    const clear = heif.heif_image_handle_has_alpha_channel(handle) !== 0;
    const multiplied = heif.heif_image_handle_is_premultiplied_alpha(handle) !== 0;
    const lay = !clear ? opaque : multiplied ? addWhite : onWhite;
    return { width, height, words: wordsOf(channel, lay) };
  } finally {
    heif.heif_image_release(decoded.image);
  }
}

const opaque = (value: number): number => value;

function wordsOf(
  { width, height, stride, data }: Size & { stride: number; data: Uint8Array },
  lay: (value: number, alpha: number) => number,
): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(width * height);
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, at = y * stride; x < width; x++, at += 4) {
      const alpha = data[at + 3]!;
      const [r, g, b] = [lay(data[at]!, alpha), lay(data[at + 1]!, alpha), lay(data[at + 2]!, alpha)];
      words[to++] = (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
    }
  return words;
}

/** heif_error.h: what a file lacks, and what libheif does not know of it. */
const UNSUPPORTED = 4;
const UNSUPPORTED_TYPE = 3;

function reasonOf({ code, message }: HeifError): DecodeError {
  if (/end of file|outside of file/i.test(message)) return truncated();
  if (code.value === UNSUPPORTED || code.value === UNSUPPORTED_TYPE)
    return new DecodeError('unsupported-heic', told().pictures.otherHeic);
  return damaged(message.trim().replace(/\.$/, '') || told().pictures.pixelsUndecoded);
}
