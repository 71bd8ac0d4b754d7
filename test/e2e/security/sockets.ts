/** @file Internet sockets of a process and all that it started, as Linux lists them. */
import fs from 'node:fs';

/** Addresses as /proc writes them, IPv4 and IPv6: this machine, and nowhere (yet). */
const LOOPBACK = /^(0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F):/;
const NOWHERE = /^0+:0000$/;

/** @returns those that are or would be connected to another machine: 'tcp LOCAL REMOTE' */
export function remoteSockets(pid: number): string[] {
  const inodes = new Set(descendants(pid).flatMap(socketInodes));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    tableOf(kind)
      .filter(({ inode, local, remote }) => inodes.has(inode) && !staysHere(local, remote))
      .map(({ local, remote }) => `${kind} ${local} ${remote}`),
  );
}

/** Listening to this machine alone, or connected within it. */
const staysHere = (local: string, remote: string): boolean =>
  LOOPBACK.test(local) && (LOOPBACK.test(remote) || NOWHERE.test(remote));

function tableOf(kind: string): { inode: string; local: string; remote: string }[] {
  const lines = fs.readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const fields = line.trim().split(/\s+/);
    return { local: fields[1] ?? '', remote: fields[2] ?? '', inode: fields[9] ?? '' };
  });
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = unlessGone(() => fs.readFileSync(`/proc/${name}/status`, 'utf8'), '');
    parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const found = [pid];
  for (const each of found) for (const [child, parent] of parents) if (parent === each) found.push(child);
  return found;
}

function socketInodes(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  const links = unlessGone(() => fs.readdirSync(folder), []).map((fd) =>
    unlessGone(() => fs.readlinkSync(`${folder}/${fd}`), ''),
  );
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

/** Processes and their files come and go while one looks. */
function unlessGone<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
