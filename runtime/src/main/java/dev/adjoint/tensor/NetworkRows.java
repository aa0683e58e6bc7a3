package dev.adjoint.tensor;

import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.grad;

import dev.adjoint.tensor.IndexRows.Places;
import dev.adjoint.tensor.kernel.Window;
import org.jspecify.annotations.Nullable;

/** The table of convolution, pooling, normalisation and embedding. */
final class NetworkRows {
    private NetworkRows() {}

    /** A table lookup: what is taken, and where gradients go (not to the padding row). */
    record Lookup(Places taken, Places learned) {}

    /** A normalisation over some dimensions; shape is the one in which weight and bias meet the input. */
    record Norm(
            int[] dims,
            int[] shape,
            double eps,
            @Nullable Tensor mean,
            @Nullable Tensor var) {}

    /** The three products of a convolution are each other's gradients: output, input and weight. */
    static final Op<Window> CONV2D = Op.<Window>row(
            "conv2d",
            "ConvolutionBackward0",
            (a, in) -> Convolution.output(in, a),
            grad(B, (n, a, g) -> NetworkRows.CONV2D_INPUT.apply(a, g, n.b())),
            grad(A, (n, a, g) -> NetworkRows.CONV2D_WEIGHT.apply(a, n.a(), g)),
            grad(NOTHING, (n, a, g) -> g.sum(0, 2, 3)));

    static final Op<Window> CONV2D_INPUT = Op.<Window>row(
            "conv2dInput",
            "ConvolutionBackwardBackward0",
            (a, in) -> Convolution.input(in[0], in[1], a),
            grad(B, (n, a, g) -> CONV2D.apply(a, g, n.b())),
            grad(A, (n, a, g) -> NetworkRows.CONV2D_WEIGHT.apply(a, g, n.a())));
    static final Op<Window> CONV2D_WEIGHT = Op.<Window>row(
            "conv2dWeight",
            "ConvolutionBackwardBackward0",
            (a, in) -> Convolution.weight(in[0], in[1], a),
            grad(B, (n, a, g) -> CONV2D_INPUT.apply(a, n.b(), g)),
            grad(A, (n, a, g) -> CONV2D.apply(a, n.a(), g)));

    static final Op<Places> MAX_POOL2D = IndexRows.TAKE.named("MaxPool2DWithIndicesBackward0");
    static final Op<Pooling.Average> AVG_POOL2D = Op.<Pooling.Average>row(
            "avgPool2d",
            "AvgPool2DBackward0",
            (a, in) -> Pooling.average(in[0], a),
            grad(NOTHING, (n, a, g) -> NetworkRows.AVG_POOL2D_BACKWARD.apply(a, g)));
    static final Op<Pooling.Average> AVG_POOL2D_BACKWARD = Op.<Pooling.Average>row(
            "avgPool2dBackward",
            "AvgPool2DBackwardBackward0",
            (a, in) -> Pooling.averageBackward(in[0], a),
            grad(NOTHING, (n, a, g) -> AVG_POOL2D.apply(a, g)));

    static final Op<Norm> LAYER_NORM = Op.<Norm>row(
            "layerNorm",
            "NativeLayerNormBackward0",
            (a, in) -> Normalization.forward(in, a),
            grad(A | B, (n, a, g) -> Normalization.inputGradient(n, a, g)),
            grad(A, (n, a, g) -> Normalization.weightGradient(n, a, g)),
            grad(NOTHING, (n, a, g) -> Normalization.biasGradient(n, a, g)));
    static final Op<Norm> BATCH_NORM = LAYER_NORM.named("batchNorm", "NativeBatchNormBackward0");

    static final Op<Lookup> EMBEDDING = Op.<Lookup>row(
            "embedding",
            "EmbeddingBackward0",
            (a, in) -> IndexRows.TAKE.apply(a.taken, in[0].detach()),
            grad(NOTHING, (n, a, g) -> IndexRows.PUT.apply(a.learned, g)));
}
