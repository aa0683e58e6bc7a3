package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.Hand;
import dev.adjoint.benchmarks.objectives.HandGrad;
import dev.adjoint.benchmarks.objectives.HandModel;
import java.util.Map;
import java.util.stream.IntStream;

/** Hand tracking: points matched with vertices when there are no {@code us}, and with triangles when there are. */
final class Ht implements Evaluation {
    /** The input as the objectives take it. */
    private record Arguments(double[] theta, double[] us, HandModel model, int[] correspondences, double[] points) {
        static Arguments of(Input in) {
            Input data = in.part("data");
            return new Arguments(
                    in.numbers("theta"),
                    Flat.of(in.rows("us")),
                    model(data.part("model")),
                    data.integers("correspondences"),
                    Flat.of(data.rows("points")));
        }

        private static HandModel model(Input in) {
            double[][] dense = in.rows("weights");
            int[][] bones = new int[dense.length][];
            double[][] weights = new double[dense.length][];
            for (int v = 0; v < dense.length; v++) {
                double[] all = dense[v];
                bones[v] =
                        IntStream.range(0, all.length).filter(b -> all[b] != 0).toArray();
                weights[v] = IntStream.of(bones[v]).mapToDouble(b -> all[b]).toArray();
            }
            return new HandModel(
                    in.integers("parents"),
                    in.matrices("base_relatives"),
                    in.matrices("inverse_base_absolutes"),
                    in.rows("base_positions"),
                    bones,
                    weights,
                    in.integerRows("triangles"),
                    in.flag("is_mirrored"));
        }

        boolean simple() {
            return us.length == 0;
        }

        /** The two shifts, which are zero, and the pose. */
        double[] parameters() {
            double[] parameters = new double[2 + theta.length];
            System.arraycopy(theta, 0, parameters, 2, theta.length);
            return parameters;
        }
    }

    @Override
    public String module() {
        return "ht";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("objective", Ht::objective, "jacobian", Ht::jacobian);
    }

    private static Task<?> objective(Input input) {
        Arguments in = Arguments.of(input);
        if (in.simple()) {
            return new Task<>(() -> Hand.simple(in.theta, in.model, in.correspondences, in.points), Output::numbers);
        }
        double[] parameters = in.parameters();
        return new Task<>(
                () -> Hand.complicated(parameters, in.model, in.us, in.correspondences, in.points), Output::numbers);
    }

    private static Task<?> jacobian(Input input) {
        Arguments in = Arguments.of(input);
        double[] parameters = in.simple() ? in.theta : in.parameters();
        double[] rows = new double[in.points.length * parameters.length];
        Runnable function = in.simple()
                ? () -> HandGrad.simpleJacobian(parameters, in.model, in.correspondences, in.points, rows)
                : () -> HandGrad.complicatedJacobian(parameters, in.model, in.us, in.correspondences, in.points, rows);
        return new Task<>(
                () -> {
                    function.run();
                    return rows;
                },
                (out, result) -> Output.rows(out, result, parameters.length));
    }

    @Override
    public Input sample() {
        return HandSample.input();
    }
}
