/**
 * @file The app's own addresses, what pages under them may do, and which files they name. Everything a page may load
 * comes from these schemes; there is no network. Knows no Electron.
 */
import path from 'node:path';

export const WINDOW_URL = 'app://studio/index.html';
/** The page is told its language behind its address. */
export const isWindowUrl = (url: string): boolean => url.split(/[?#]/)[0] === WINDOW_URL;
export const DECODER_URL = 'app://studio/decoder/index.html';

const NOTHING_ELSE = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/**
 * Scripts and styles from our own files only; no inline code, no eval, pictures through `img:` alone, and no text
 * becomes markup unless Svelte made it from a component's own template.
 */
export const WINDOW_CSP = [
  ...NOTHING_ELSE,
  "script-src 'self'",
  "style-src 'self'",
  'img-src img: app:',
  "font-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

/** A worker takes the policy of its own response, so every `app:` response to the decoder carries this one. */
export const DECODER_CSP = [
  ...NOTHING_ELSE,
  "script-src 'self'",
  "worker-src 'self'",
  'connect-src img:',
].join('; ');

/** Pictures come from people's folders: should one be opened as a page, it may do nothing. */
export const IMAGE_CSP = "default-src 'none'; sandbox";

/** Names as the build gives them: no hidden file, no `..`, nothing encoded, no separator but '/'. */
const BUILT_FILE = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** The file below `root` that an `app:` address names; null where it can be none of ours. */
export function resolveInside(root: string, address: string): string | null {
  const { hostname, pathname } = new URL(address);
  return hostname === 'studio' && BUILT_FILE.test(pathname) ? path.join(root, pathname) : null;
}

const VIEW = /^img:\/\/view\/([A-Za-z0-9_-]{1,64})\?side=(\d{1,4})(&v=\d+)?$/;
export const LARGEST_VIEW = 4096;

/** What an `img://view/` address asks for: of which item, and how long its longest side may be. */
export function viewIn(address: string): { token: string; side: number } | null {
  const [, token, digits] = VIEW.exec(address) ?? [];
  const side = Number(digits);
  return token !== undefined && side >= 1 && side <= LARGEST_VIEW ? { token, side } : null;
}

/** The token in an `img:` address of this kind, with or without a version behind it; null in any other address. */
export function tokenIn(address: string, kind: 'thumb' | 'file'): string | null {
  const found = /^img:\/\/(thumb|file)\/([A-Za-z0-9_-]{1,64})(\?v=\d+)?$/.exec(address);
  return found?.[1] === kind ? (found[2] ?? null) : null;
}
