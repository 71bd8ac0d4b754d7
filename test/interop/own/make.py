"""Makes models of image networks as people make and save them, and says as JSON what they answer.

    make.py OUT FED WAY NETWORK...     each network saved in that way as OUT/WAY NETWORK; FED holds images of 64 x 64 x 3 bytes
    make.py OUT hostile                models that would do more than compute

Of each network the embeddings [N, C] of the images, fed as float32 of 0 to 255: of a SavedModel as TensorFlow answers from its
files, of others as the model that was saved. Maps of features are averaged over their places.
"""
import json
import os
import sys
import types
from pathlib import Path

os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
import numpy as np
import tensorflow as tf

from networks import NETWORKS, SIDE, settled


def answers_of_files(folder, images):
    served = tf.saved_model.load(folder).signatures['serving_default']
    (name,) = served.structured_input_signature[1]
    (answers,) = served(**{name: images}).values()
    return answers


def saved(save):
    def way(model, folder, images):
        save(model, folder)
        return answers_of_files(folder, images)
    return way


def converter():
    """TensorFlow.js's own, without the packages that it wants for decision forests and JAX."""
    for absent in ('tensorflow_decision_forests', 'tensorflowjs.converters.jax_conversion'):
        sys.modules[absent] = types.ModuleType(absent)
    sys.modules['tensorflowjs.converters.jax_conversion'].convert_jax = None
    from tensorflowjs import converters
    return converters


def as_layers(model, folder, images):
    converter().save_keras_model(model, folder)
    return model(images, training=False)


def as_graph(model, folder, images):
    tf.saved_model.save(model, f'{folder} before')
    converter().convert_tf_saved_model(f'{folder} before', folder)
    return model(images, training=False)


WAYS = {
    'model.save': saved(lambda model, folder: model.save(folder, save_format='tf')),
    'tf.saved_model.save': saved(tf.saved_model.save),
    'model.export': saved(lambda model, folder: model.export(folder)),
    'LayersModel': as_layers,
    'GraphModel': as_graph,
}


def make(out, fed, way, *names):
    images = np.fromfile(fed, np.uint8).reshape(-1, SIDE, SIDE, 3).astype(np.float32)
    found = {}
    for name in names:
        tf.keras.utils.set_random_seed(7)
        model = settled(NETWORKS[name](), images)
        answers = np.asarray(WAYS[way](model, str(Path(out) / f'{way} {name}'), images))
        found[name] = (answers.mean((1, 2)) if answers.ndim == 4 else answers).tolist()
    return found


def module(body, given=tf.TensorSpec([None, SIDE, SIDE, 3])):
    made = tf.Module()
    made.answer = tf.function(body, [given])
    return made, {'serving_default': made.answer.get_concrete_function()}


def mean(images):
    return tf.reduce_mean(images, (1, 2))


def reading(images):
    return mean(images) + tf.cast(tf.strings.length(tf.io.read_file('/etc/hostname')), tf.float32)


def writing(images):
    tf.io.write_file('/tmp/imprint-interop-hostile', 'x')
    return mean(images)


def printing(images):
    tf.print('seen', output_stream='file:///tmp/imprint-interop-hostile')
    return mean(images)


def listing(images):
    return mean(images) + tf.cast(tf.size(tf.io.matching_files('/home/*')), tf.float32)


def files(encoded):
    return tf.map_fn(lambda one: tf.cast(tf.reduce_mean(tf.io.decode_jpeg(one), (0, 1)), tf.float32), encoded,
                     fn_output_signature=tf.float32)


def python(images):
    return tf.ensure_shape(tf.py_function(mean, [images], tf.float32), [None, 3])


def numpy(images):
    return tf.ensure_shape(tf.numpy_function(lambda x: x.mean((1, 2)), [images], tf.float32), [None, 3])


def table():
    words = Path('/tmp/imprint-interop-words.txt')
    words.write_text('a\nb\n')
    line = tf.lookup.TextFileIndex
    start = tf.lookup.TextFileInitializer(str(words), tf.string, line.WHOLE_LINE, tf.int64, line.LINE_NUMBER)
    kept = tf.lookup.StaticHashTable(start, -1)
    made, signatures = module(lambda images: mean(images) + tf.cast(kept.lookup(tf.constant('a')), tf.float32))
    made.kept = kept
    return made, signatures


def unserved():
    made, _ = module(mean)
    # Of one function a signature would be made.
    made.other = tf.function(lambda images: 2 * mean(images), [tf.TensorSpec([None, SIDE, SIDE, 3])])
    return made, None


HOSTILE = {
    'reading': lambda: module(reading), 'writing': lambda: module(writing), 'printing': lambda: module(printing),
    'listing': lambda: module(listing), 'python': lambda: module(python), 'numpy': lambda: module(numpy),
    'files': lambda: module(files, tf.TensorSpec([None], tf.string)), 'table': table,
    'unserved': unserved,
}


def hostile(out):
    for name, make_one in HOSTILE.items():
        made, signatures = make_one()
        tf.saved_model.save(made, str(Path(out) / name), signatures=signatures)
    given = tf.keras.Input((SIDE, SIDE, 3))
    model = tf.keras.Model(given, tf.keras.layers.Lambda(mean)(tf.keras.layers.Conv2D(4, 3)(given)))
    converter().save_keras_model(model, str(Path(out) / 'lambda'))
    return [*HOSTILE, 'lambda']


out, what, *words = sys.argv[1:]
print(json.dumps(hostile(out) if what == 'hostile' else make(out, what, *words)))
