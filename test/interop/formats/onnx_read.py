"""Reads exported ONNX models with the runtimes of others, and says as JSON what they answer.

    onnx_read.py valid MODEL              what ONNX's own checker and shape inference say
    onnx_read.py answers RUNTIME JOBS     for each [MODEL, PIXELS, SIZE, BATCH] of the file its outputs by name, [N, C] each
"""

import json
import sys
from pathlib import Path

import numpy as np

OUTPUTS = ['probabilities', 'logits', 'embedding']


def valid(model):
    import onnx
    loaded = onnx.load(model)
    onnx.checker.check_model(model, full_check=True)
    inferred = onnx.shape_inference.infer_shapes(loaded, check_type=True, strict_mode=True, data_prop=True)
    untyped = [node.name for node in inferred.graph.node if not shapes_of(inferred, node.output)]
    return {'ir': loaded.ir_version, 'opset': loaded.opset_import[0].version, 'untyped': untyped,
            'sameBytes': loaded.SerializeToString() == Path(model).read_bytes(),
            'names': json.loads({one.key: one.value for one in loaded.metadata_props}['class_names'])}


def shapes_of(model, names):
    known = list(model.graph.value_info) + list(model.graph.output)
    return [one for one in known if one.name in names and one.type.tensor_type.HasField('shape')]


def onnxruntime(model):
    import onnxruntime as ort
    session = ort.InferenceSession(model, providers=['CPUExecutionProvider'])
    assert [one.name for one in session.get_outputs()] == OUTPUTS
    return lambda images: session.run(OUTPUTS, {'image': images})


def reference(model):
    from onnx.reference import ReferenceEvaluator
    session = ReferenceEvaluator(model)
    return lambda images: session.run(OUTPUTS, {'image': images})


def openvino(model):
    import openvino as ov
    core = ov.Core()
    compiled = core.compile_model(core.read_model(model), 'CPU', {'INFERENCE_PRECISION_HINT': 'f32'})

    def run(images):
        found = compiled({'image': images})
        return [found[name] for name in OUTPUTS]
    return run


def opencv(model):
    import cv2
    network = cv2.dnn.readNetFromONNX(model)

    def run(images):
        # OpenCV 4 feeds float32 only, which its Cast leaves as it is; OpenCV 5 feeds what the model says.
        fed = images.astype(np.float32) if cv2.__version__.startswith('4.') else images
        network.setInput(fed, 'image')
        return network.forward(OUTPUTS)
    return run


def tract(model):
    import tract as sonos

    def run(images):
        loaded = sonos.onnx().load(model)
        loaded.set_input_fact(0, ','.join(map(str, images.shape)) + ',u8')
        return [one.to_numpy() for one in loaded.into_model().into_runnable().run([images])]
    return run


RUNTIMES = {'onnxruntime': onnxruntime, 'onnx': reference, 'openvino': openvino, 'opencv': opencv, 'tract': tract}


def answers(runtime, jobs):
    return [outputs(RUNTIMES[runtime], *job) for job in json.loads(Path(jobs).read_text('utf-8'))]


def outputs(runtime, model, file, size, batch):
    images = np.fromfile(file, dtype=np.uint8).reshape(-1, size, size, 3)
    run = runtime(model)
    parts = [run(images[i:i + batch]) for i in range(0, len(images), batch)]
    return {name: np.concatenate([part[i] for part in parts]).tolist() for i, name in enumerate(OUTPUTS)}


what, *words = sys.argv[1:]
print(json.dumps(globals()[what](*words)))
