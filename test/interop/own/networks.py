"""Image networks as people have them, with random weights: nothing is fetched."""
import tensorflow as tf

SIDE = 64
keras = tf.keras
layers = keras.layers


def application(name):
    make = getattr(keras.applications, name)
    return lambda: make(include_top=False, weights=None, pooling='avg', input_shape=(SIDE, SIDE, 3))


def small():
    """Layers that stand before a network, those that act in training alone, and a map of features as output."""
    given = keras.Input((SIDE, SIDE, 3))
    means, variances = [.485, .456, .406], [.229 ** 2, .224 ** 2, .225 ** 2]
    seen = layers.Normalization(axis=-1, mean=means, variance=variances)(layers.Rescaling(1 / 255)(given))
    seen = layers.Resizing(48, 48)(layers.RandomRotation(.1)(layers.RandomFlip('horizontal')(seen)))
    seen = layers.BatchNormalization()(layers.Conv2D(8, 3, padding='same')(seen))
    seen = layers.SeparableConv2D(16, 3, activation='swish')(layers.Activation('gelu')(seen))
    return keras.Model(given, layers.Dropout(.2)(seen))


NETWORKS = {
    'small': small,
    'MobileNetV2': application('MobileNetV2'),
    'MobileNetV3Small': application('MobileNetV3Small'),
    'EfficientNetB0': application('EfficientNetB0'),
    'ResNet50': application('ResNet50'),
}


def settled(model, images):
    """With the statistics of these images in its normalisations: those it begins with let numbers grow or vanish."""
    found = [one for one in model.layers if isinstance(one, layers.BatchNormalization)]
    for one in found:
        one.momentum = 0.
    if found:
        model(images, training=True)
    return model
