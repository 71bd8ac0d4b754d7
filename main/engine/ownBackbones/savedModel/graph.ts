/** @file A MetaGraph's nodes and functions by name, and what each node calls. Pure. */
import { Unfit } from '../answer';
import type { Attr, Entry, Func, LibraryFunction, MetaGraph, Node } from './messages';

/** A function's body, or the graph itself. */
export interface Scope {
  nodes: ReadonlyMap<string, Node>;
  /** Names of a function's arguments, in order; the graph has none. */
  args: readonly string[];
}

export interface Graph {
  main: Scope;
  functions: ReadonlyMap<string, Scope>;
  /** TensorFlow may put one function that implements an interface in another's place: such are taken to run. */
  interchangeable: readonly string[];
}

/** @throws Unfit where two nodes or functions share a name */
export function graphOf({ graph }: MetaGraph): Graph {
  const library = graph?.library?.function ?? [];
  const functions = byName(library.map((one) => [nameOf(one), scopeOf(one)]));
  const interchangeable = library
    .filter(({ attr }) => attr.some(({ key }) => key.startsWith('api_')))
    .map(nameOf);
  return { main: { nodes: nodesOf(graph?.node ?? []), args: [] }, functions, interchangeable };
}

const nameOf = ({ signature }: LibraryFunction): string => signature?.name ?? '';

const scopeOf = ({ signature, node }: LibraryFunction): Scope => ({
  nodes: nodesOf(node),
  args: signature?.args.map(({ name }) => name) ?? [],
});

const nodesOf = (nodes: readonly Node[]): Map<string, Node> => byName(nodes.map((node) => [node.name, node]));

function byName<T>(pairs: readonly (readonly [string, T])[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const [name, value] of pairs) {
    if (found.has(name)) throw new Unfit(`its graph holds two parts named ${name}`);
    found.set(name, value);
  }
  return found;
}

export function* nodesIn({ main, functions }: Graph): Generator<Node> {
  yield* main.nodes.values();
  for (const { nodes } of functions.values()) yield* nodes.values();
}

/**
 * Nodes of the graph itself that these depend on, by data and by control, and they themselves.
 * @throws Unfit where one is not there
 */
export function reachedFrom({ main }: Graph, roots: readonly string[]): Node[] {
  const reached = new Map<string, Node>();
  const open = roots.map(nodeNamed);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    const node = main.nodes.get(name);
    if (!node) throw new Unfit(`its graph lacks ${name}, which it asks for`);
    reached.set(name, node);
    open.push(...node.input.map(nodeNamed));
  }
  return [...reached.values()];
}

/** The node that an input names: 'x', 'x:0', 'x:output:0' or, for control, '^x'. */
export const nodeNamed = (input: string): string => input.replace(/^\^/, '').split(':', 1)[0]!;

/** Functions that a node calls, by its attributes or, in old graphs, by its operation's name. */
export function callsOf({ op, attr }: Node, functions: Graph['functions']): string[] {
  return [...(functions.has(op) ? [op] : []), ...named(attr)];
}

const named = (attr: readonly Entry<Attr>[]): string[] =>
  attr.flatMap(({ value }) => [value?.func, ...(value?.list?.func ?? [])].flatMap(ofFunc));

const ofFunc = (func: Func | null | undefined): string[] => (func ? [func.name, ...named(func.attr)] : []);
