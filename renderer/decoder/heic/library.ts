/**
 * @file Loads libheif, when the first HEIC file comes, and bounds what it may take. The file is the package's own,
 * unchanged and beside its licence (out/renderer/libheif), so that whoever wants another build puts it there. Runs in the
 * decoder's workers.
 */
import { DecodeError } from '../errors';
import { told } from '../../../strings/words';

/** What a call that failed gives back, and what one that can only fail gives back. */
export interface HeifError {
  code: { value: number };
  message: string;
}
/** Things of the library's, which only it looks into. */
export type Handle = object & { code?: undefined };
export interface HeifImage {
  code?: undefined;
  image: object;
  /** Of the one interleaved channel: rows of `stride` bytes. */
  channels: { width: number; height: number; stride: number; data: Uint8Array }[];
}

/** The part of libheif 1.23 that is used. */
export interface Heif {
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  heif_colorspace: { heif_colorspace_RGB: object };
  heif_chroma: { heif_chroma_interleaved_RGBA: object };
  _heif_get_global_security_limits(): number;
  heif_context_alloc(): object;
  heif_context_free(context: object): void;
  heif_context_read_from_memory(context: object, data: Uint8Array): HeifError;
  heif_js_context_get_primary_image_handle(context: object): Handle | HeifError;
  heif_image_handle_get_width(handle: Handle): number;
  heif_image_handle_get_height(handle: Handle): number;
  heif_image_handle_has_alpha_channel(handle: Handle): number;
  heif_image_handle_is_premultiplied_alpha(handle: Handle): number;
  heif_image_handle_release(handle: Handle): void;
  heif_js_decode_image2(handle: Handle, colours: object, chroma: object): HeifImage | HeifError;
  heif_image_release(image: object): void;
}

type Make = () => Heif;

const ADDRESS = '/libheif/libheif.js';
/** Pixels of any one picture in the file, bytes of one block and of all: what the largest picture we take needs. */
const MOST = { pixels: 64e6, block: 512 * 2 ** 20, all: 2 ** 30 };
/** A heap never shrinks: one that has grown above this is given up after its picture. Bytes. */
const KEPT_HEAP = 192 * 2 ** 20;

let loading: Promise<Make> | null = null;
let current: Heif | null = null;

/** @throws DecodeError where the library's file is not there */
export async function openHeif(): Promise<Heif> {
  loading ??= load();
  const make = await loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return (current ??= bounded(make()));
}

/** After each picture. @param whole false where the library ended in the middle: nothing is known of its state */
export function closeHeif(whole: boolean): void {
  if (!whole || (current && current.HEAPU8.length > KEPT_HEAP)) current = null;
}

/** The file is a classic script, which offers itself to whoever defines modules: for as long as it is read, we do. */
async function load(): Promise<Make> {
  const scope = globalThis as { define?: unknown };
  let made: Make | null = null;
  scope.define = Object.assign((_needs: unknown, give: () => Make) => void (made = give()), { amd: true });
  try {
    await import(/* @vite-ignore */ new URL(ADDRESS, self.location.href).href);
  } catch {
    made = null;
  } finally {
    delete scope.define;
  }
  if (made) return made;
  throw new DecodeError('heic-not-there', told().pictures.noHeicLibrary);
}

/** `heif_security_limits` of heif_security.h: version at 0, then 64-bit pixels at 8, block at 40 and, from 2 on, all at 64. */
function bounded(heif: Heif): Heif {
  const at = heif._heif_get_global_security_limits();
  const set = (offset: number, value: number): void => heif.HEAPU32.set([value, 0], (at + offset) >> 2);
  set(8, MOST.pixels);
  set(40, MOST.block);
  if ((heif.HEAPU8[at] ?? 0) >= 2) set(64, MOST.all);
  return heif;
}
