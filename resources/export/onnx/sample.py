"""Says what images show, with ONNX Runtime.

    pip install onnxruntime pillow
    python sample.py IMAGE...                 what each shows
    python sample.py --check FOLDER           repeats the export check with the images of the project
"""

from answers import HERE, METADATA, main

import onnxruntime

OUTPUTS = METADATA['outputs']
session = onnxruntime.InferenceSession(HERE / 'model.onnx', providers=['CPUExecutionProvider'])


def predict(pixels):
    """uint8 [1, size, size, 3] to the probabilities and the logits, [C] each."""
    names = [OUTPUTS['probabilities'], OUTPUTS['logits']]
    probabilities, logits = session.run(names, {METADATA['input']['name']: pixels})
    return probabilities[0], logits[0]


main(predict)
