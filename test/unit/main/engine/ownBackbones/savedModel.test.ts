/** @file Looking at SavedModels: real ones, the frame that Keras gives them, and hostile ones. */
import { describe, expect, it } from 'vitest';
import protobuf from 'protobufjs/light.js';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { PersonError } from '../../../../../main/contract/errors';
import { encodeSavedModel } from '../../../../../main/engine/backbone/savedModel';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { lookAtModel } from '../../../../../main/engine/ownBackbones/lookAt';
import { scratchFolder } from '../backbone/support';
import { D } from '../guessing/project';
import { network } from '../export/tiny';
import { call, encode, folderOf, keras, node, type KerasParts, type NodeMessage } from './models';

const look = async (bytes: Uint8Array) => lookAtModel(await folderOf({ 'saved_model.pb': bytes }));
const real = encodeSavedModel(network, ['embedding', 'logits']);

function changed(change: (parts: KerasParts) => void): Uint8Array {
  const parts = keras();
  change(parts);
  return encode(parts);
}
const inFunction = (index: number, ...nodes: NodeMessage[]) =>
  changed(({ functions }) => void functions[index]!.node.push(...nodes));

/** A message of one field within itself, `depth` times: Func > AttrEntry > Attr > Func. */
function nested(depth: number): Uint8Array {
  const value: { func: { name: string; attr: { key: string; value: object }[] } } = {
    func: { name: 'predict', attr: [] },
  };
  let inner = value;
  for (let i = 0; i < depth; i++) {
    const next = { func: { name: 'predict', attr: [] } };
    inner.func.attr.push({ key: 'f', value: next });
    inner = next;
  }
  return changed(({ nodes }) => void nodes.push(node('deep', 'PartitionedCall', [], [{ key: 'f', value }])));
}

const claim = (...sides: number[]) => constant(1, sides);
const constant = (dtype: number, sides: number[] = []) =>
  changed(({ nodes }) => {
    const tensor = { dtype, shape: { dim: sides.map((size) => ({ size })) } };
    nodes.push(node('huge', 'Const', [], [{ key: 'value', value: { tensor } }]));
  });

describe('a SavedModel', () => {
  it('of ours is told as TensorFlow itself has it', async () => {
    const dir = await folderOf({ 'saved_model.pb': real });
    const { kind, inputs, outputs } = await lookAtModel(dir);
    expect(kind).toBe('savedmodel');
    expect(inputs).toEqual([{ name: 'image', dtype: 'uint8', shape: [-1, 8, 8, 3] }]);
    expect(outputs.find(({ name }) => name === 'embedding')).toMatchObject({
      dtype: 'float32',
      shape: [-1, D],
    });
    const model = await tf.node.loadSavedModel(dir);
    expect(model.outputs.map(({ name }) => name).sort()).toEqual(outputs.map(({ name }) => name).sort());
    model.dispose();
  });

  it('of Keras is taken, with its saving and restoring', async () => {
    const { inputs, outputs } = await look(encode(keras()));
    expect(inputs).toEqual([{ name: 'photo', dtype: 'float32', shape: [-1, 8, 8, 3] }]);
    expect(outputs).toEqual([{ name: 'features', dtype: 'float32', shape: [-1, 4] }]);
  });

  it.each([
    ['DisableCopyOnRead', 'as Keras 3 writes it where it saves'],
    ['RngReadAndSkip', 'as layers of Keras 2 have it that turn images in training'],
  ])('with %s is taken, %s', async (op) => {
    await expect(look(inFunction(1, node('r', op, ['w'])))).resolves.toMatchObject({ kind: 'savedmodel' });
  });

  it.each<[string, Uint8Array, string]>([
    [
      'py_function',
      inFunction(0, node('p', 'EagerPyFunc')),
      'write what tf.py_function or tf.numpy_function does there as operations',
    ],
    ['files of images as input', inFunction(0, node('d', 'DecodeJpeg')), 'save it anew with pixels as input'],
    [
      'a table of names',
      inFunction(0, node('t', 'LookupTableFindV2')),
      'without the part that looks up names',
    ],
    ['code for JAX', inFunction(0, node('x', 'XlaCallModule')), 'KERAS_BACKEND=tensorflow'],
    ['printing', inFunction(0, node('p', 'PrintV2')), 'take tf.print and summaries out'],
    ['reading a file', inFunction(0, node('r', 'ReadFile')), 'take out of it what reads or writes files'],
    ['a kernel of its own', inFunction(0, node('c', 'MyOwnKernel')), 'layers that come with Keras'],
    [
      'no signature',
      changed(({ meta }) => void (meta['signatures'] = [])),
      'as model.export\\(FOLDER\\) of Keras does',
    ],
  ])('with %s: it is told what to do', async (_, bytes, advice) => {
    await expect(look(bytes)).rejects.toThrow(new RegExp(`, because .*: .*${advice}`));
  });

  it.each([
    ['net.keras', 'model.export(FOLDER)'],
    ['net.pth', 'onnx2tf'],
    ['net.onnx', 'onnx2tf'],
    ['net.tflite', 'that it was converted from'],
    ['notes.txt', 'choose a model for inference'],
  ])('is not there, but %s is: it is told what makes one of it', async (file, advice) => {
    await expect(lookAtModel(await folderOf({ [file]: 'x' }))).rejects.toThrow(advice);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'a program in a function of its library',
      inFunction(0, node('p', 'EagerPyFunc')),
      'its graph holds EagerPyFunc',
    ],
    [
      'reading a file',
      changed(({ nodes }) => void nodes.push(node('r', 'ReadFile'))),
      'its graph holds ReadFile',
    ],
    [
      'several, named once',
      inFunction(1, node('a', 'WriteFile'), node('b', 'MatchingFiles')),
      'MatchingFiles, WriteFile',
    ],
    ['an operation nobody knows', inFunction(0, node('c', 'MyOwnKernel')), 'MyOwnKernel'],
    ['printing to a file', inFunction(0, node('p', 'PrintV2')), 'PrintV2'],
    ['a table', changed(({ nodes }) => void nodes.push(node('t', 'HashTableV2'))), 'HashTableV2'],
    [
      'saving under what is answered',
      inFunction(0, call('s', 'save', ['x', 'w'])),
      'StringJoin in it would run',
    ],
    [
      'restoring under what is answered',
      inFunction(0, call('s', 'restore', ['x', 'w'])),
      'RestoreV2 in it would read another file',
    ],
    ['saving under restoring', inFunction(2, node('s', 'SaveV2', ['file_prefix'])), 'SaveV2 in it would run'],
    [
      'saving while loading',
      changed(({ nodes }) => void nodes.find(({ name }) => name === 'NoOp')!.input!.push('^saved')),
      'in it would run',
    ],
    [
      'saving in a branch',
      inFunction(0, node('b', 'If', [], [{ key: 'then_branch', value: { func: { name: 'save' } } }])),
      'in it would run',
    ],
    [
      'saving in one of many branches',
      inFunction(
        0,
        node('b', 'Case', [], [{ key: 'branches', value: { list: { func: [{ name: 'save' }] } } }]),
      ),
      'in it would run',
    ],
    ['saving called by its name as operation', inFunction(0, node('b', 'save', [])), 'in it would run'],
    [
      'saving that may be put in place of another',
      changed(({ functions }) => void (functions[1]!.attr = [{ key: 'api_implements', value: {} }])),
      'in it would run',
    ],
    [
      'saving in an old way to initialise',
      changed(
        ({ meta }) =>
          void (meta['collections'] = [
            { key: 'saved_model_main_op', value: { nodes: { value: ['saved'] } } },
          ]),
      ),
      'in it would run',
    ],
    [
      'restoring from a path of its own',
      inFunction(2, node('c', 'Const'), node('r', 'RestoreV2', ['c:output:0'])),
      'another file than its own weights',
    ],
    [
      'restoring from a joined path',
      changed(({ functions }) => void (functions[2]!.node[0]!.op = 'Reshape')),
      'another file than its own weights',
    ],
    [
      'a constant as the place of the weights',
      changed(({ nodes }) => void (nodes[2]!.op = 'Const')),
      'not left to the program',
    ],
    [
      'a session of its own',
      inFunction(
        0,
        node('c', 'PartitionedCall', [], [{ key: 'config_proto', value: { s: Uint8Array.of(0x52, 0) } }]),
      ),
      'a session of its own',
    ],
    [
      'files beside it',
      changed(({ meta }) => void (meta['assets'] = [new Uint8Array()])),
      'files beside its weights',
    ],
    [
      'a function that is named as an operation',
      changed(({ functions }) => void functions.push({ signature: { name: 'Identity' }, node: [] })),
      'named as the operation Identity',
    ],
    [
      'restoring that is handed on to be called otherwise',
      changed(({ nodes }) => {
        const handed = { key: 'body', value: { func: { name: 'restore' } } };
        nodes.find(({ name }) => name === 'restored')!.attr = [
          { key: 'f', value: { func: { name: 'predict', attr: [handed] } } },
        ];
      }),
      'another file than its own weights',
    ],
    [
      'a variable that nothing fills',
      changed(({ nodes }) => {
        nodes.push(node('twin', 'VarHandleOp'));
        nodes.find(({ name }) => name === 'answer')!.input = ['photo', 'twin'];
      }),
      'no values for twin: save it anew for serving',
    ],
    ['a call of nothing', inFunction(0, call('s', 'nowhere')), 'calls nowhere'],
    [
      'two functions of one name',
      changed(({ functions }) => void functions.push(functions[0]!)),
      'two parts named predict',
    ],
    ['two graphs', encode(keras(), 2), "2 graphs tagged 'serve'"],
    [
      'another tag',
      changed(({ meta }) => void (meta['info'] = { tags: ['serve', 'tpu'] })),
      "0 graphs tagged 'serve'",
    ],
    ['no signature to serve', changed(({ meta }) => void (meta['signatures'] = [])), 'no signature'],
    ['2 GB that it claims', claim(1024, 1024, 512), 'claim 2147483648 bytes'],
    ['a claim beyond numbers', claim(...Array.from({ length: 40 }, () => 2 ** 40)), 'more than 1073741824'],
    ['a handle as constant', constant(20), 'no tensor of values'],
    ['deep nesting', nested(15), 'nested more than 32 deep'],
    ['a cut', real.subarray(0, real.length - 100), 'cut off or damaged'],
    ['nothing', new Uint8Array(), "0 graphs tagged 'serve'"],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 251), 'saved_model.pb'],
    ['a length beyond numbers', protobuf.Writer.create().uint32(18).uint32(0xffffffff).finish(), 'cut off'],
  ])('is refused with %s', async (_, bytes, why) => {
    const error: unknown = await look(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PersonError);
    expect((error as Error).message).toMatch(/^Nothing of the model in .* was loaded, because /);
    expect((error as Error).message).toMatch(new RegExp(why));
  });

  it('is refused where its weights lie outside, or another form of it lies beside', async () => {
    const dir = await folderOf({ 'saved_model.pb': encode(keras()), 'variables/variables.index': '' });
    const elsewhere = path.join(await folderOf({ secret: 'secret' }), 'secret');
    await symlink(elsewhere, path.join(dir, 'variables/variables.data-00000-of-00001'));
    await expect(lookAtModel(dir)).rejects.toThrow('variables.data-00000-of-00001 is a link that leads out');
    const both = await folderOf({ 'saved_model.pb': real, 'saved_model.pbtxt': '' });
    await expect(lookAtModel(both)).rejects.toThrow('saved_model.pbtxt lies beside');
  });

  it('is not there in an empty folder or none', async () => {
    const empty = await scratchFolder();
    await expect(lookAtModel(empty)).rejects.toThrow('neither saved_model.pb nor model.json');
    await expect(lookAtModel(path.join(empty, 'nowhere'))).rejects.toThrow(PersonError);
  });
});
