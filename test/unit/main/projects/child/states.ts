/** @file What a trace of strace (-f -y) tells of a project's folder: the states that it went through. */

/** Calls that leave a file as it is for whoever reads it next. Any other that names the project's folder is taken to change it. */
const READS =
  /^(read|pread64|readv|preadv|close|stat|lstat|fstat|newfstatat|statx|statfs|fstatfs|lseek|getdents64|readlink|access|faccessat2?|fcntl|dup|execve|epoll_\w+|poll|mmap|ioctl|f(data)?sync)$/;
const isChange = (call: string, rest: string): boolean =>
  rest.includes('.imprint') && !READS.test(call) && !(call === 'openat' && !/O_CREAT|O_TRUNC/.test(rest));
/** What it says on its standard output counts as well: what was promised is part of what may be left behind. */
const isWord = (call: string, rest: string): boolean => call === 'write' && rest.startsWith('1<');

interface Call {
  thread: string;
  call: string;
  /** How many changes were begun before it. */
  state: number;
  /** Whether it begins one itself. */
  changes: boolean;
  /** Whether it names the project's folder. */
  names: boolean;
}

function callsIn(trace: string): Call[] {
  let state = 0;
  return trace.split('\n').flatMap((line) => {
    const [, thread, call, rest] = /^(\d+) +(\w+)\((.*)$/.exec(line) ?? [];
    if (!thread || !call || rest === undefined) return [];
    const changes = isChange(call, rest) || isWord(call, rest);
    const found = { thread, call, state, changes, names: rest.includes('.imprint') };
    if (changes) state += 1;
    return [found];
  });
}

/** Where a process is killed: as it enters its nth call of a kind, which then changes nothing any more. */
export interface Point {
  state: number;
  call: string;
  nth: number;
}

/**
 * A point in each state that a process went through but the last. After each file operation libuv writes to an event file, so nearly
 * every state has a write to be killed at; but how many come before differs from run to run, and calls that name the folder are taken
 * where there are some. strace counts by thread: only the thread that gets to a number first is killed at it.
 */
export function pointsIn(trace: string): Point[] {
  const counts = new Map<string, number>();
  const most = new Map<string, number>();
  const found = new Map<number, Point>();
  for (const { thread, call, state, names } of callsIn(trace)) {
    const nth = (counts.get(thread + call) ?? 0) + 1;
    counts.set(thread + call, nth);
    if (nth <= (most.get(call) ?? 0)) continue;
    most.set(call, nth);
    const known = found.get(state)?.call;
    if (known ? known === 'write' && names : call === 'write' || names)
      found.set(state, { state, call, nth });
  }
  return [...found.values()];
}

/** The state in which a process was killed at a call of this kind, which is the last one of it. */
export const stateAtTheEnd = (trace: string, kind: string): number =>
  callsIn(trace)
    .filter(({ call }) => call === kind)
    .at(-1)?.state ?? -1;

/** How many changes there were, which is one less than the states. */
export const changesIn = (trace: string): number => callsIn(trace).filter(({ changes }) => changes).length;

/** How many calls of a kind named the project's folder, those included that change nothing. */
export const callsOf = (trace: string, kind: string): number =>
  callsIn(trace).filter(({ call, names }) => call === kind && names).length;
