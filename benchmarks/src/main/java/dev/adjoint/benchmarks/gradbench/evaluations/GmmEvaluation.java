package dev.adjoint.benchmarks.gradbench.evaluations;

import com.google.gson.stream.JsonWriter;
import dev.adjoint.benchmarks.objectives.Gmm;
import dev.adjoint.benchmarks.objectives.GmmGrad;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Mixtures of Gaussians. */
final class GmmEvaluation implements Evaluation {
    /** The input as the objective takes it. */
    private record Arguments(
            int d, int k, int n, double[] alphas, double[] means, double[] icf, double[] x, double gamma, int m) {
        static Arguments of(Input in) {
            int d = in.integer("d");
            int k = in.integer("k");
            return new Arguments(
                    d,
                    k,
                    in.integer("n"),
                    in.numbers("alpha"),
                    Flat.of(in.rows("mu")),
                    interleaved(in.rows("q"), in.rows("l")),
                    Flat.of(in.rows("x")),
                    in.number("gamma"),
                    in.integer("m"));
        }

        /** For each component the diagonal, then what is below it. */
        private static double[] interleaved(double[][] q, double[][] l) {
            double[][] rows = new double[2 * q.length][];
            for (int c = 0; c < q.length; c++) {
                rows[2 * c] = q[c];
                rows[2 * c + 1] = l[c];
            }
            return Flat.of(rows);
        }
    }

    /** The gradient in the same order. */
    private record Result(int d, double[] alphas, double[] means, double[] icf) {
        void write(JsonWriter out) throws IOException {
            int s = d * (d + 1) / 2;
            out.beginObject();
            out.name("alpha");
            Output.numbers(out, alphas);
            out.name("mu");
            Output.rows(out, means, d);
            out.name("q").beginArray();
            for (int at = 0; at < icf.length; at += s) {
                Output.numbers(out, icf, at, at + d);
            }
            out.endArray();
            out.name("l").beginArray();
            for (int at = 0; at < icf.length; at += s) {
                Output.numbers(out, icf, at + d, at + s);
            }
            out.endArray().endObject();
        }
    }

    @Override
    public String module() {
        return "gmm";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("objective", GmmEvaluation::objective, "jacobian", GmmEvaluation::gradient);
    }

    private static Task<?> objective(Input input) {
        Arguments in = Arguments.of(input);
        return new Task<>(
                () -> Gmm.posterior(in.d, in.k, in.n, in.alphas, in.means, in.icf, in.x, in.gamma, in.m),
                Output::number);
    }

    private static Task<?> gradient(Input input) {
        Arguments in = Arguments.of(input);
        Result result =
                new Result(in.d, new double[in.alphas.length], new double[in.means.length], new double[in.icf.length]);
        return new Task<>(
                () -> {
                    GmmGrad.posteriorValueAndGrad(
                            in.d,
                            in.k,
                            in.n,
                            in.alphas,
                            in.means,
                            in.icf,
                            in.x,
                            in.gamma,
                            in.m,
                            result.alphas,
                            result.means,
                            result.icf);
                    return result;
                },
                (out, r) -> r.write(out));
    }

    @Override
    public Input sample() {
        int d = 10;
        int k = 10;
        int n = 100;
        Random random = new Random(1);
        return new Input(Map.of(
                "d",
                (double) d,
                "k",
                (double) k,
                "n",
                (double) n,
                "x",
                rows(random, n, d),
                "m",
                0.0,
                "gamma",
                1.0,
                "alpha",
                random.doubles(k).toArray(),
                "mu",
                rows(random, k, d),
                "q",
                rows(random, k, d),
                "l",
                rows(random, k, d * (d - 1) / 2)));
    }

    private static List<double[]> rows(Random random, int count, int length) {
        return Stream.generate(() -> random.doubles(length).toArray())
                .limit(count)
                .toList();
    }
}
