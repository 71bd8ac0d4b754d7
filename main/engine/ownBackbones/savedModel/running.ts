/**
 * @file What of a SavedModel runs, and that it can reach no file but its own weights. Pure.
 *
 * [Note: files of a SavedModel] Of all allowed operations RestoreV2 alone reads a file and SaveV2 and MergeV2Checkpoints
 * alone write or delete one. TensorFlow runs a node only where something that is asked for depends on it, and asks for three
 * things: at load the saver's restore operation, with the saver's filename tensor fed with the folder's own
 * variables/variables; at load the initialising operations; later the outputs of signatures. What these depend on is
 * followed here, by data and by control, into every function that is called, where each node counts. In it no operation
 * of saving may be, and RestoreV2 only under the restore operation, where its prefix must be the placeholder that is fed,
 * handed on by nothing but Identity and function arguments: no constant and no joined text. Outside of it operations of
 * saving lie idle; they are stateful, so that TensorFlow does not fold them into constants either. Assets are refused, so
 * no other path is ever fed. What may be interchanged (api_implements) counts as running.
 */
import { Unfit } from '../answer';
import { RESTORE, SAVING } from '../operations';
import { callsOf, nodeNamed, reachedFrom, type Graph, type Scope } from './graph';
import type { MetaGraph, Node } from './messages';

/** Collections whose nodes TensorFlow runs at load. */
const INITIALISING = ['saved_model_main_op', 'legacy_init_op', 'saved_model_train_op'];
const PLACEHOLDERS = ['Placeholder', 'PlaceholderWithDefault'];

export const initialising = ({ collections }: MetaGraph): string[] =>
  collections
    .filter(({ key }) => INITIALISING.includes(key))
    .flatMap(({ value }) => value?.nodes?.value ?? []);

/** @throws Unfit naming the operation that would run, or a part that is called and is not there */
export function requireOwnFilesOnly(meta: MetaGraph, graph: Graph): void {
  const signatures = meta.signatures.flatMap(({ value }) => value?.outputs ?? []);
  const roots = [...signatures.map(({ value }) => value?.name ?? ''), ...initialising(meta)];
  const running = new Running(graph, null);
  running.from(roots);
  graph.interchangeable.forEach((name) => running.call(name, []));
  if (meta.saver?.restore) new Running(graph, filenameOf(meta, graph)).from([meta.saver.restore]);
}

function filenameOf({ saver }: MetaGraph, { main }: Graph): string {
  const filename = nodeNamed(saver?.filename ?? '');
  const node = main.nodes.get(filename);
  if (node && PLACEHOLDERS.includes(node.op)) return filename;
  throw new Unfit('the file that its weights are restored from is not left to the program');
}

class Running {
  readonly #seen = new Set<string>();
  /** Names of the scope that hold the path which is fed; null where nothing may be restored. */
  readonly #filename: string | null;

  constructor(
    private readonly graph: Graph,
    filename: string | null,
  ) {
    this.#filename = filename;
  }

  from(roots: readonly string[]): void {
    const fed = new Set(this.#filename === null ? [] : [this.#filename]);
    for (const node of reachedFrom(this.graph, roots)) this.#node(node, this.graph.main, fed);
  }

  /** @param fed - which arguments are the path that is fed */
  call(name: string, fed: readonly boolean[]): void {
    const key = JSON.stringify([name, fed]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#seen.size > 100_000) throw new Unfit('its functions call each other in too many ways');
    const scope = this.graph.functions.get(name);
    if (!scope) throw new Unfit(`its graph calls ${name}, which it does not hold`);
    const names = new Set(scope.args.filter((_, i) => fed[i] === true));
    for (const node of scope.nodes.values()) this.#node(node, scope, names);
  }

  #node(node: Node, scope: Scope, fed: ReadonlySet<string>): void {
    if (SAVING.has(node.op)) throw new Unfit(`${node.op} in it would run, which is for writing files`);
    if (node.op === RESTORE && !isFed(node.input[0] ?? '', scope, fed))
      throw new Unfit(`${RESTORE} in it would read another file than its own weights`);
    const called = callsOf(node, this.graph.functions);
    // Of several functions some are handed on, to be called with other arguments.
    const plain = plainCall(node) && called.length === 1;
    const passed = plain ? node.input.map((input) => isFed(input, scope, fed)) : [];
    for (const name of called) this.call(name, passed);
  }
}

/** Whose inputs are the function's arguments, one to one. */
const plainCall = ({ op }: Node): boolean => op === 'PartitionedCall' || op === 'StatefulPartitionedCall';

/** Whether an input is the path that is fed, as it is or through Identity. */
function isFed(input: string, { nodes, args }: Scope, fed: ReadonlySet<string>): boolean {
  let name = input;
  for (let steps = 0; steps < 100; steps++) {
    if (name.startsWith('^')) return false;
    name = nodeNamed(name);
    if (fed.has(name)) return true;
    const node = args.includes(name) ? undefined : nodes.get(name);
    if (node?.op !== 'Identity') return false;
    name = node.input[0] ?? '';
  }
  return false;
}
