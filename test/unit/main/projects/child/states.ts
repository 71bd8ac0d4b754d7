/** @file What a trace of strace (-f -y) tells of a project's folder: the states that it went through. */

/** Calls that leave a file as it is. Any other that names the project's folder is taken to change it. */
const READS =
  /^(read|pread64|readv|preadv|close|stat|lstat|fstat|newfstatat|statx|statfs|fstatfs|lseek|getdents64|readlink|access|faccessat2?|fcntl|dup|execve|epoll_\w+|poll|mmap|ioctl)$/;
const isChange = (call: string, rest: string): boolean =>
  rest.includes('.imprint') && !READS.test(call) && !(call === 'openat' && !/O_CREAT|O_TRUNC/.test(rest));
/** What it says on its standard output counts as well: what was promised is part of what may be left behind. */
const isWord = (call: string, rest: string): boolean => call === 'write' && rest.startsWith('1<');

interface Call {
  thread: string;
  call: string;
  /** How many changes were begun before it. */
  state: number;
}

function callsIn(trace: string): Call[] {
  let state = 0;
  return trace.split('\n').flatMap((line) => {
    const [, thread, call, rest] = /^(\d+) +(\w+)\((.*)$/.exec(line) ?? [];
    if (!thread || !call || rest === undefined) return [];
    const found = { thread, call, state };
    if (isChange(call, rest) || isWord(call, rest)) state += 1;
    return [found];
  });
}

/** Each state in which a process that is killed at its n-th write may be, with the first n of it. strace counts by thread. */
export function statesIn(trace: string): { state: number; write: number }[] {
  const counts = new Map<string, number>();
  const found = new Map<number, number>();
  let most = 0;
  for (const { thread, call, state } of callsIn(trace)) {
    if (call !== 'write') continue;
    const count = (counts.get(thread) ?? 0) + 1;
    counts.set(thread, count);
    if (count <= most) continue;
    most = count;
    if (!found.has(state)) found.set(state, count);
  }
  return [...found].map(([state, write]) => ({ state, write }));
}

/** The state in which a process was killed at a write, which is the last call of that kind. */
export const stateAtTheEnd = (trace: string): number =>
  callsIn(trace)
    .filter(({ call }) => call === 'write')
    .at(-1)?.state ?? -1;
