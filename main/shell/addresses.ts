/** @file The app's own addresses. Everything a page may load comes from these schemes; there is no network. */

export const WINDOW_URL = 'app://studio/index.html';
export const DECODER_URL = 'app://studio/decoder/index.html';

/** Scripts and styles from our own files only; no inline code, no eval, pictures through `img:` alone. */
export const WINDOW_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src img: app:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A worker takes the policy of its own response, so every `app:` response to the decoder carries this one. */
export const DECODER_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  'connect-src img:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
