/**
 * @file The classes that TensorFlow.js 4.22 itself knows, by the names that model.json has for them. Layers that cut or turn
 * images at random are not among them. Pure.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);

export const STOCK_LAYERS: ReadonlySet<string> = new Set(
  words(`InputLayer Functional Model Sequential Activation ReLU LeakyReLU PReLU ELU ThresholdedReLU Softmax
    Conv1D Conv2D Conv2DTranspose Conv3D Conv3DTranspose DepthwiseConv2D SeparableConv2D Cropping2D UpSampling2D
    Dense Dropout SpatialDropout1D Flatten RepeatVector Reshape Permute Masking Embedding
    Add Multiply Average Maximum Minimum Concatenate Dot BatchNormalization LayerNormalization ZeroPadding2D
    AveragePooling1D AveragePooling2D AveragePooling3D MaxPooling1D MaxPooling2D MaxPooling3D
    GlobalAveragePooling1D GlobalAveragePooling2D GlobalMaxPooling1D GlobalMaxPooling2D
    GaussianNoise GaussianDropout AlphaDropout Bidirectional TimeDistributed RNN SimpleRNN SimpleRNNCell GRU GRUCell LSTM
    LSTMCell StackedRNNCells ConvLSTM2D ConvLSTM2DCell Rescaling Resizing CenterCrop CategoryEncoding`),
);

export const STOCK_ACTIVATIONS: ReadonlySet<string> = new Set(
  words(`elu selu relu relu6 linear sigmoid hardSigmoid hard_sigmoid softplus softsign tanh softmax logSoftmax log_softmax
    gelu gelu_new mish swish`),
);

/** What fills weights before they are read, and what training would hold them to. */
export const STOCK_RULES: ReadonlySet<string> = new Set(
  words(`Zeros Ones Constant RandomUniform RandomNormal TruncatedNormal Identity VarianceScaling GlorotUniform GlorotNormal
    HeNormal HeUniform LeCunNormal LeCunUniform Orthogonal L1L2 L1 L2 MaxNorm UnitNorm NonNeg MinMaxNorm`),
);
