"""Says what images show, with TensorFlow.

    pip install tensorflow pillow
    python sample.py IMAGE...                 what each shows
    python sample.py --check FOLDER           repeats the export check with the images of the project
"""

from answers import HERE, METADATA, main

import tensorflow as tf

OUTPUTS = METADATA['outputs']
model = tf.saved_model.load(str(HERE))
run = model.signatures['serving_default']


def predict(pixels):
    found = run(**{METADATA['input']['name']: tf.constant(pixels)})
    return found[OUTPUTS['probabilities']].numpy()[0], found[OUTPUTS['logits']].numpy()[0]


main(predict)
