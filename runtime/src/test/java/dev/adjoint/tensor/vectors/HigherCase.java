package dev.adjoint.tensor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Tensor;
import java.util.List;

/** A formula of one number with its derivatives, each computed from the one before. */
final class HigherCase implements CaseRunner {
    @Override
    public boolean accepts(JsonObject testCase) {
        return testCase.has("expr");
    }

    @Override
    public void run(JsonObject c) {
        Compare compare = new Compare(c);
        Tensor x = Tensor.scalar(c.get("x").getAsDouble()).requiresGrad(true);
        Tensor y = new Formula(c.get("expr").getAsString(), x).value();
        JsonArray expected = c.getAsJsonArray("derivatives");
        for (int order = 0; order < expected.size(); order++) {
            compare.same("derivative " + order, expected.get(order).getAsDouble(), y.item());
            y = y.requiresGrad() ? Autograd.grad(y, x, true) : Tensor.scalar(0.0);
        }
    }

    /** Computes a formula as it is read: sums, products, powers, calls. */
    private static final class Formula {
        private final String text;
        private final Tensor x;
        private int at;

        Formula(String text, Tensor x) {
            this.text = text.replace(" ", "");
            this.x = x;
        }

        Tensor value() {
            Tensor y = sum();
            if (at != text.length()) {
                throw new IllegalArgumentException("unexpected '" + text.substring(at) + "' in " + text);
            }
            return y;
        }

        private boolean next(String token) {
            boolean found = text.startsWith(token, at);
            at += found ? token.length() : 0;
            return found;
        }

        private Tensor sum() {
            Tensor y = product();
            while (true) {
                if (next("+")) {
                    y = y.add(product());
                } else if (next("-")) {
                    y = y.sub(product());
                } else {
                    return y;
                }
            }
        }

        private Tensor product() {
            Tensor y = signed();
            while (true) {
                if (!text.startsWith("**", at) && next("*")) {
                    y = y.mul(signed());
                } else if (next("/")) {
                    y = y.div(signed());
                } else {
                    return y;
                }
            }
        }

        private Tensor signed() {
            return next("-") ? signed().neg() : power();
        }

        private Tensor power() {
            Tensor base = atom();
            return next("**") ? base.pow(signed()) : base;
        }

        private Tensor atom() {
            if (next("(")) {
                Tensor y = sum();
                if (!next(")")) {
                    throw new IllegalArgumentException("missing ) in " + text);
                }
                return y;
            }
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.equals("x")) {
                return x;
            }
            return Character.isDigit(word.charAt(0)) ? Tensor.scalar(Double.parseDouble(word)) : call(word);
        }

        private Tensor call(String name) {
            return OpTable.run(name, List.of(atom()), new Args(new JsonObject()))
                    .get(0);
        }
    }
}
