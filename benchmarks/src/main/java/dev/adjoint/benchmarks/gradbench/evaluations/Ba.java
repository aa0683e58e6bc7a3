package dev.adjoint.benchmarks.gradbench.evaluations;

import com.google.gson.stream.JsonWriter;
import dev.adjoint.benchmarks.objectives.BundleAdjustment;
import dev.adjoint.benchmarks.objectives.BundleProblem;
import java.io.IOException;
import java.util.Map;

/** Bundle adjustment. */
final class Ba implements Evaluation {
    @Override
    public String module() {
        return "ba";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("objective", Ba::objective, "jacobian", Ba::jacobian);
    }

    private static BundleProblem problem(Input in) {
        return BundleProblem.replicated(
                in.integer("n"),
                in.integer("m"),
                in.integer("p"),
                in.numbers("cam"),
                in.numbers("x"),
                in.number("w"),
                in.numbers("feat"));
    }

    private static Task<?> objective(Input in) {
        BundleProblem problem = problem(in);
        double[] block = new double[BundleProblem.BLOCK];
        double[] errors = new double[3 * problem.w().length];
        return new Task<>(
                () -> {
                    errors(problem, block, errors);
                    return errors;
                },
                Ba::write);
    }

    private static void errors(BundleProblem problem, double[] block, double[] errors) {
        int p = problem.w().length;
        double[] feats = problem.feats();
        for (int i = 0; i < p; i++) {
            problem.gather(i, block);
            double[] error = BundleAdjustment.reprojectionError(block, feats[2 * i], feats[2 * i + 1]);
            errors[2 * i] = error[0];
            errors[2 * i + 1] = error[1];
            errors[2 * p + i] = BundleAdjustment.weightError(problem.w()[i]);
        }
    }

    /** All observations have equal errors, and the suite wants to see only the first. */
    private static void write(JsonWriter out, double[] errors) throws IOException {
        int p = errors.length / 3;
        out.beginObject();
        out.name("reproj_error").beginObject().name("elements");
        Output.numbers(out, errors, 0, 2);
        out.name("repeated").value(p).endObject();
        out.name("w_err").beginObject();
        out.name("element").value(errors[2 * p]);
        out.name("repeated").value(p).endObject();
        out.endObject();
    }

    private static Task<?> jacobian(Input in) {
        BundleProblem problem = problem(in);
        SparseJacobian jacobian = new SparseJacobian(problem);
        return new Task<>(
                () -> {
                    jacobian.fill();
                    return jacobian;
                },
                (out, result) -> result.write(out));
    }

    @Override
    public Input sample() {
        return new Input(Map.of(
                "n", 10.0,
                "m", 100.0,
                "p", 1000.0,
                "cam", new double[] {0.02, -0.15, 0.3, -0.16, 0.23, -0.045, 1.5, 0.1, -0.2, 0.05, -0.01},
                "x", new double[] {-0.56, -0.66, 4.5},
                "w", 1.2,
                "feat", new double[] {-0.58, 0.37}));
    }
}
