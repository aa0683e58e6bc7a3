package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.Descent;
import dev.adjoint.benchmarks.objectives.Saddle;
import dev.adjoint.benchmarks.objectives.SaddleGrad;
import java.util.Map;

/** A saddle point; the names of the functions are the modes, outer and inner. */
final class SaddleEvaluation implements Evaluation {
    /** A place that is found from where a player is and both start. */
    private interface Move {
        double[] at(double[] a, double[] start);
    }

    private interface Loss {
        double at(double[] a, double[] start);
    }

    @Override
    public String module() {
        return "saddle";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of(
                "ff", in -> task(in, Saddle::lossForward, SaddleEvaluation::forwardForward, Saddle::answerForward),
                "fr", in -> task(in, Saddle::lossReverse, SaddleEvaluation::forwardReverse, Saddle::answerReverse),
                "rf", in -> task(in, Saddle::lossForward, SaddleGrad::lossForwardGrad, Saddle::answerForward),
                "rr", in -> task(in, Saddle::lossReverse, SaddleGrad::lossReverseGrad, Saddle::answerReverse));
    }

    private static double[] forwardForward(double[] a, double[] start) {
        return new double[] {
            SaddleGrad.lossForwardJvp(a, start, new double[] {1, 0}),
            SaddleGrad.lossForwardJvp(a, start, new double[] {0, 1})
        };
    }

    private static double[] forwardReverse(double[] a, double[] start) {
        return new double[] {
            SaddleGrad.lossReverseJvp(a, start, new double[] {1, 0}),
            SaddleGrad.lossReverseJvp(a, start, new double[] {0, 1})
        };
    }

    private static Task<?> task(Input in, Loss loss, Move gradient, Move answer) {
        double[] start = in.numbers("start");
        return new Task<>(
                () -> {
                    double[] a = Descent.argmin(start, x -> loss.at(x, start), x -> gradient.at(x, start));
                    double[] b = answer.at(a, start);
                    return new double[] {a[0], a[1], b[0], b[1]};
                },
                Output::numbers);
    }

    @Override
    public Input sample() {
        return new Input(Map.of("start", new double[] {1, 1}));
    }
}
