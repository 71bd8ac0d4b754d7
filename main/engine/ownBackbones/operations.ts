/**
 * @file Operations that a model from elsewhere may hold: those of inference on tensors. None of them opens a file, a
 * socket or a process, decodes files, or calls back into a program; what is not named is refused. Function calls, If and
 * While are here because the functions that they call are looked through as well. Random and assigning operations are
 * here because a Keras SavedModel keeps the training form of its layers beside the one for inference. Pure.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);

export const PURE: ReadonlySet<string> = new Set([
  ...words(`Const Placeholder PlaceholderWithDefault Identity IdentityN NoOp StopGradient PreventGradient Snapshot Assert
    PartitionedCall StatefulPartitionedCall If StatelessIf While StatelessWhile Case StatelessCase
    Switch Merge Enter Exit NextIteration LoopCond RefSwitch RefMerge ControlTrigger`),
  // DisableCopyOnRead takes a variable, puts nothing out and changes how it is read, not what is in it
  // (tensorflow/core/ops/resource_variable_ops.cc): what Keras 3 exports has one for each variable, where it is saved.
  ...words(`VarHandleOp ReadVariableOp VarIsInitializedOp AssignVariableOp AssignAddVariableOp AssignSubVariableOp
    ResourceGather DisableCopyOnRead VariableV2 Variable Assign AssignAdd AssignSub IsVariableInitialized`),
  ...words(`Conv2D Conv3D Conv2DBackpropInput Conv3DBackpropInputV2 DepthwiseConv2dNative Dilation2D MaxPool MaxPoolV2 MaxPool3D
    AvgPool AvgPool3D MaxPoolWithArgmax FractionalAvgPool FractionalMaxPool
    BiasAdd BiasAddV1 MatMul BatchMatMul BatchMatMulV2 BatchMatMulV3 Einsum
    FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 BatchNormWithGlobalNormalization LRN L2Loss
    Relu Relu6 LeakyRelu Elu Selu Sigmoid Tanh Softplus Softsign Softmax LogSoftmax`),
  ...words(`Add AddV2 AddN Sub Mul MulNoNan Div DivNoNan RealDiv TruncateDiv FloorDiv FloorMod Mod TruncateMod Pow
    SquaredDifference Maximum Minimum Abs Neg Sign Square Sqrt Rsqrt Reciprocal Inv Exp Expm1 Log Log1p Floor Ceil Round Rint
    Sin Cos Tan Asin Acos Atan Atan2 Sinh Cosh Asinh Acosh Atanh Erf Erfc Erfinv Lgamma Digamma ClipByValue Xlogy Xdivy
    Equal NotEqual Less LessEqual Greater GreaterEqual ApproximateEqual LogicalAnd LogicalOr LogicalNot
    IsNan IsInf IsFinite BitwiseAnd BitwiseOr BitwiseXor Invert LeftShift RightShift
    Select SelectV2 Where Cast Bitcast CheckNumerics Complex Real Imag Conj ComplexAbs Angle`),
  ...words(`Sum Prod Mean Max Min All Any ArgMax ArgMin EuclideanNorm Cumsum Cumprod TopK TopKV2 Bincount DenseBincount
    SegmentSum SegmentMean SegmentMax UnsortedSegmentSum InTopKV2 Unique UniqueV2 NonMaxSuppression NonMaxSuppressionV2
    NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5`),
  ...words(`Reshape Transpose ConjugateTranspose Squeeze ExpandDims Pad PadV2 MirrorPad Slice StridedSlice Concat ConcatV2 Split
    SplitV Pack Unpack Tile Reverse ReverseV2 Gather GatherV2 GatherNd ScatterNd TensorScatterUpdate Fill Range LinSpace
    OneHot Shape ShapeN Size Rank ZerosLike OnesLike BroadcastTo BroadcastArgs DepthToSpace SpaceToDepth SpaceToBatch
    BatchToSpace SpaceToBatchND BatchToSpaceND Roll MatrixBandPart MatrixDiag MatrixDiagPart Diag DiagPart InvertPermutation
    EnsureShape ConcatOffset DynamicStitch DynamicPartition ExtractImagePatches`),
  ...words(`ResizeBilinear ResizeNearestNeighbor ResizeBicubic ResizeArea CropAndResize ImageProjectiveTransformV2
    ImageProjectiveTransformV3 ScaleAndTranslate AdjustContrastv2 AdjustHue AdjustSaturation RGBToHSV HSVToRGB`),
  ...words(`RandomUniform RandomUniformInt RandomStandardNormal TruncatedNormal Multinomial StatelessRandomUniform
    StatelessRandomUniformV2 StatelessRandomUniformInt StatelessRandomUniformIntV2 StatelessRandomUniformFullInt
    StatelessRandomUniformFullIntV2 StatelessRandomNormal StatelessRandomNormalV2 StatelessTruncatedNormal
    StatelessTruncatedNormalV2 StatelessRandomGetKeyCounter StatelessRandomGetKeyCounterAlg StatelessRandomGetAlg`),
  // Layers of Keras 2 that turn or shift images in training count what they drew in a variable of the model's own, which
  // these read and move on (tensorflow/core/ops/stateful_random_ops.cc); nothing else is read or kept.
  ...words(`RngReadAndSkip RngSkip StatefulUniform StatefulUniformInt StatefulUniformFullInt StatefulStandardNormalV2
    StatefulTruncatedNormal`),
  ...words(`Quantize QuantizeV2 Dequantize FakeQuantWithMinMaxArgs FakeQuantWithMinMaxVars
    FakeQuantWithMinMaxVarsPerChannel QuantizeAndDequantizeV2 QuantizeAndDequantizeV3`),
]);

/** What the converter to TensorFlow.js makes of several operations; TensorFlow itself is given none of them in a file. */
export const FUSED: ReadonlySet<string> = new Set(
  words('_FusedConv2D FusedConv2D FusedDepthwiseConv2dNative _FusedMatMul Prelu'),
);

/** Reads the weights; see savedModel/running.ts. */
export const RESTORE = 'RestoreV2';

/** Would write weights or make the names for it: a SavedModel holds them, nothing runs them. */
export const SAVING: ReadonlySet<string> = new Set(
  words('SaveV2 MergeV2Checkpoints ShardedFilename StringJoin StaticRegexFullMatch'),
);
