/** @file Which image a task of Label Studio is about, from the address that Label Studio gave it. Pure. Runs in main. */

/** An upload is stored under eight hex digits and the name it had. */
const UPLOADED = /^[0-9a-f]{8}-(.+)$/i;

/** Names of the image, the likeliest first. */
export function pathsOf(address: string): string[] {
  const local = /[?&]d=([^&]+)/.exec(address);
  if (address.includes('/local-files/') && local) return [decoded(local[1]!)];
  const path = decoded(address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[?#].*$/, ''));
  const name = path.slice(path.lastIndexOf('/') + 1);
  const had = UPLOADED.exec(name)?.[1];
  return had === undefined ? [path] : [path, had];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A plain name with a percent sign in it.
  }
}
