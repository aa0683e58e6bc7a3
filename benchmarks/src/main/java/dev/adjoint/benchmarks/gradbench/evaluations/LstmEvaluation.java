package dev.adjoint.benchmarks.gradbench.evaluations;

import com.google.gson.stream.JsonWriter;
import dev.adjoint.benchmarks.objectives.Lstm;
import dev.adjoint.benchmarks.objectives.LstmGrad;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Character models. */
final class LstmEvaluation implements Evaluation {
    /** The input as the objective takes it. */
    private record Arguments(int l, int c, int b, double[] main, double[] extra, double[] state, double[] sequence) {
        static Arguments of(Input in) {
            double[][] extra = in.rows("extra_params");
            double[][] sequence = in.rows("sequence");
            double[][] state = in.rows("state");
            return new Arguments(
                    state.length / 2,
                    sequence.length,
                    extra[0].length,
                    Flat.of(in.rows("main_params")),
                    Flat.of(extra),
                    Flat.of(state),
                    Flat.of(sequence));
        }
    }

    /** The gradient in the same order. */
    private record Result(double[] main, double[] extra) {
        void write(JsonWriter out) throws IOException {
            Output.numbers(out, Flat.of(new double[][] {main, extra}));
        }
    }

    @Override
    public String module() {
        return "lstm";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("objective", LstmEvaluation::objective, "jacobian", LstmEvaluation::gradient);
    }

    private static Task<?> objective(Input input) {
        Arguments in = Arguments.of(input);
        return new Task<>(
                () -> Lstm.objective(in.l, in.c, in.b, in.main, in.extra, in.state, in.sequence), Output::number);
    }

    private static Task<?> gradient(Input input) {
        Arguments in = Arguments.of(input);
        Result result = new Result(new double[in.main.length], new double[in.extra.length]);
        return new Task<>(
                () -> {
                    LstmGrad.objectiveValueAndGrad(
                            in.l, in.c, in.b, in.main, in.extra, in.state, in.sequence, result.main, result.extra);
                    return result;
                },
                (out, r) -> r.write(out));
    }

    @Override
    public Input sample() {
        int l = 2;
        int b = 14;
        Random random = new Random(1);
        return new Input(Map.of(
                "main_params", rows(random, 2 * l, 4 * b),
                "extra_params", rows(random, 3, b),
                "state", rows(random, 2 * l, b),
                "sequence", rows(random, 100, b)));
    }

    private static List<double[]> rows(Random random, int count, int length) {
        return Stream.generate(() -> random.doubles(length).toArray())
                .limit(count)
                .toList();
    }
}
