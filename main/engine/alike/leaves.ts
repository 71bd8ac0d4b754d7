/**
 * @file The leaves of a dendrogram in a row: of the two ways in which two branches can each lie beside the other, the one that brings the
 * likest ends together. Pure; runs in the engine and in tests.
 *
 * Gruvaeus and Wainer, British Journal of Mathematical and Statistical Psychology 25, 1972.
 */
import type { Dendrogram } from './dendrogram';

/** The ends of a branch, and which of its two parts are turned round. */
interface Branch {
  readonly first: number;
  readonly last: number;
  readonly turnsLeft: boolean;
  readonly turnsRight: boolean;
}

/** How far two items are apart, in any measure. */
export type Apart = (one: number, other: number) => number;

/** @returns [n] the items, each once */
export function leafOrder(tree: Dendrogram, apart: Apart): Uint32Array {
  const branches: Branch[] = [];
  const ends = (node: number): readonly [number, number] => {
    const branch = branches[node - tree.items];
    return branch ? [branch.first, branch.last] : [node, node];
  };
  for (let i = 0; i < tree.left.length; i++)
    branches.push(beside(ends(tree.left[i]!), ends(tree.right[i]!), apart));
  return walk(tree, branches);
}

/** Two branches, turned so that the nearest of their ends meet; as they are where it makes no difference. */
function beside(left: readonly [number, number], right: readonly [number, number], apart: Apart): Branch {
  let best: Branch | null = null;
  let least = Infinity;
  for (const turnsLeft of [false, true])
    for (const turnsRight of [false, true]) {
      const [first, end] = turnsLeft ? [left[1], left[0]] : left;
      const [begin, last] = turnsRight ? [right[1], right[0]] : right;
      const distance = apart(end, begin);
      if (best && distance >= least) continue;
      least = distance;
      best = { first, last, turnsLeft, turnsRight };
    }
  return best!;
}

function walk(tree: Dendrogram, branches: readonly Branch[]): Uint32Array {
  const order = new Uint32Array(tree.items);
  let length = 0;
  // A chain of a thousand merges would be a thousand calls deep.
  const open: { node: number; turned: boolean }[] = [
    { node: tree.items + branches.length - 1, turned: false },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, turned } = next;
    const branch = branches[node - tree.items];
    if (!branch) {
      order[length++] = node;
      continue;
    }
    const at = node - tree.items;
    const left = { node: tree.left[at]!, turned: branch.turnsLeft !== turned };
    const right = { node: tree.right[at]!, turned: branch.turnsRight !== turned };
    open.push(...(turned ? [left, right] : [right, left]));
  }
  return order;
}
