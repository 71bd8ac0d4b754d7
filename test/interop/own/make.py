"""Makes image models as people make and save them with Keras and TensorFlow, and says as JSON what they answer.

    make.py keras OUT FILES     each network saved in each way, as OUT/NETWORK/WAY; FILES of what they are fed as OUT/NETWORK/fed
    make.py hostile OUT         models that would do more than compute

For each model of `keras`: folder, network, way, side, and its embeddings [N, C] of N images of bytes in `fed`, as float32 of 0 to
255, by the saved model itself where TensorFlow can load it, else by the model that was saved.
"""
import json
import os
import sys
from pathlib import Path

os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
import numpy as np
import tensorflow as tf

keras = tf.keras
SIDE = 64
IMAGES = 4


def application(name, **more):
    make = getattr(keras.applications, name)
    return make(include_top=False, weights=None, pooling='avg', input_shape=(SIDE, SIDE, 3), **more)


def small():
    """Keras' own layers for what stands before a network, and the places of its features kept."""
    normalise = keras.layers.Normalization(axis=-1, mean=[.485, .456, .406], variance=[.229 ** 2, .224 ** 2, .225 ** 2])
    return keras.Sequential([
        keras.layers.InputLayer(SHAPE) if hasattr(keras, 'Input') else None,
        keras.layers.Rescaling(1 / 255), normalise,
        keras.layers.Conv2D(8, 3, padding='same', use_bias=False), keras.layers.BatchNormalization(),
        keras.layers.Activation('swish'), keras.layers.MaxPooling2D(),
        keras.layers.SeparableConv2D(16, 3, activation='relu'), keras.layers.Dropout(.2)])


SHAPE = (SIDE, SIDE, 3)
NETWORKS = {
    'MobileNetV2': lambda: application('MobileNetV2'),
    'MobileNetV3Small': lambda: application('MobileNetV3Small'),
    'EfficientNetB0': lambda: application('EfficientNetB0'),
    'EfficientNetV2B0': lambda: application('EfficientNetV2B0'),
    'ResNet50': lambda: application('ResNet50'),
    'ConvNeXtTiny': lambda: application('ConvNeXtTiny'),
    'DenseNet121': lambda: application('DenseNet121'),
    'InceptionV3': lambda: keras.applications.InceptionV3(include_top=False, weights=None, pooling='avg', input_shape=(96, 96, 3)),
    'Xception': lambda: keras.applications.Xception(include_top=False, weights=None, pooling='avg', input_shape=(96, 96, 3)),
    'NASNetMobile': lambda: keras.applications.NASNetMobile(include_top=False, weights=None, pooling='avg', input_shape=(64, 64, 3)),
    'VGG16': lambda: application('VGG16'),
    'small': small,
}
