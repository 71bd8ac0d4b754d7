"""Reads exported TFLite models with the programs they are made for, and says as JSON what these find.

    tflite_read.py answers RUNTIME JOBS         for each [MODEL, PIXELS, SIZE, BATCH] of the file its outputs by name, [N, C] each
    tflite_read.py described MODEL              metadata and packed files, by tflite-support
    tflite_read.py task_library MODEL PIXELS    for each image its classes by head, best first, by the Task Library
    tflite_read.py mediapipe MODEL PIXELS       the same by MediaPipe
"""

import json
import sys
from pathlib import Path

import numpy as np

OUTPUTS = ['probabilities', 'logits']


def images_in(file, size):
    return np.fromfile(file, dtype=np.uint8).reshape(-1, size, size, 3)


def interpreter(runtime, model):
    if runtime == 'tensorflow':
        from tensorflow.lite.python.interpreter import Interpreter
    else:
        from ai_edge_litert.interpreter import Interpreter
    return Interpreter(model_path=model)


def answers(runtime, jobs):
    return [outputs(runtime, *job) for job in json.loads(Path(jobs).read_text('utf-8'))]


def outputs(runtime, model, file, size, batch):
    running = interpreter(runtime, model)
    (fed,) = running.get_input_details()
    assert fed['name'] == 'image' and fed['dtype'] == np.uint8 and list(fed['shape_signature'])[0] == -1
    assert [one['name'] for one in running.get_output_details()] == OUTPUTS
    assert running.get_signature_list() == {'serving_default': {'inputs': ['image'], 'outputs': sorted(OUTPUTS)}}
    images, parts = images_in(file, size), []
    for start in range(0, len(images), batch):
        part = images[start:start + batch]
        running.resize_tensor_input(fed['index'], part.shape)
        running.allocate_tensors()
        running.set_tensor(fed['index'], part)
        running.invoke()
        parts.append([running.get_tensor(one['index']) for one in running.get_output_details()])
    return {name: np.concatenate([part[i] for part in parts]).tolist() for i, name in enumerate(OUTPUTS)}


def support():
    import ctypes
    import libusb_package
    ctypes.CDLL(str(libusb_package.get_library_path()), ctypes.RTLD_GLOBAL)
    import tflite_support
    return tflite_support


def described(model):
    displayer = support().metadata.MetadataDisplayer.with_model_file(model)
    files = displayer.get_packed_associated_file_list()
    return {'metadata': json.loads(displayer.get_metadata_json()),
            'files': {name: displayer.get_associated_file_buffer(name).decode('utf-8') for name in files}}


def task_library(model, file):
    support()
    from tflite_support.task import core, vision
    base = core.BaseOptions(file_name=model)
    classifier = vision.ImageClassifier.create_from_options(vision.ImageClassifierOptions(base_options=base))
    found = [classifier.classify(vision.TensorImage.create_from_array(image)) for image in images_in(file, 224)]
    return [[heads(one) for one in result.classifications] for result in found]


def mediapipe(model, file):
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision
    options = vision.ImageClassifierOptions(base_options=BaseOptions(model_asset_path=model))
    with vision.ImageClassifier.create_from_options(options) as classifier:
        found = [classifier.classify(mp.Image(image_format=mp.ImageFormat.SRGB, data=image.copy()))
                 for image in images_in(file, 224)]
    return [[heads(one) for one in result.classifications] for result in found]


def heads(found):
    return {category.category_name: category.score for category in found.categories}


what, *words = sys.argv[1:]
said = globals()[what](*words)
# MediaPipe's libraries write behind the last line of a program that ends by itself.
print(json.dumps(said), flush=True)
