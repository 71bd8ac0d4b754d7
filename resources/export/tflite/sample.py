"""Says what images show, with TensorFlow Lite.

    pip install ai-edge-litert pillow         or tensorflow in place of ai-edge-litert
    python sample.py IMAGE...                 what each shows
    python sample.py --check FOLDER           repeats the export check with the images of the project
"""

from answers import HERE, METADATA, main

try:
    from ai_edge_litert.interpreter import Interpreter
except ImportError:
    from tensorflow.lite.python.interpreter import Interpreter

OUTPUTS = METADATA['outputs']
interpreter = Interpreter(model_path=str(HERE / 'model.tflite'))
run = interpreter.get_signature_runner('serving_default')


def predict(pixels):
    found = run(**{METADATA['input']['name']: pixels})
    return found[OUTPUTS['probabilities']][0], found[OUTPUTS['logits']][0]


main(predict)
