package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Given.Kind;
import dev.adjoint.processor.ir.Given.Product;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Forward mode at a call of a method whose derivative is given. */
final class Pushforward {
    private final BlockBuilder out;
    private final Expr.GivenCall call;
    private final Given method;
    private final GivenProducts products;
    private final IntFunction<@Nullable Operand> tangents;

    /**
     * Prepares it.
     *
     * @param tangents the tangent of an argument, null for zero
     */
    Pushforward(BlockBuilder out, Expr.GivenCall call, IntFunction<@Nullable Operand> tangents) {
        this.out = out;
        this.call = call;
        this.method = call.method();
        this.products = new GivenProducts(out, method);
        this.tangents = tangents;
    }

    /** The tangent of the result. An array is a new one, whatever the given function returns. */
    Operand ofResult(Operand result, String name) {
        boolean number = method.result() instanceof Primitive;
        Product product = products.product(call, Kind.JVP, Kind.VJP, number);
        List<Operand> before = products.arguments(product, call.args(), result);
        return switch (product.kind()) {
            case JVP -> jvp(product, before, result, name);
            case PARTIALS -> byPartials(Objects.requireNonNull(products.call(product, before, "partials")));
            case VJP -> byGradient(product, before);
        };
    }

    /** The tangents of arrays that the method writes take the place of those of their former contents. */
    void inPlace() {
        new GivenChecks(out, call).apart(call.args());
        Product product = products.product(call, Kind.JVP, Kind.VJP, false);
        List<Operand> args = new ArrayList<>();
        call.args().forEach(arg -> args.add(Arrays.snapshot(out, arg)));
        products.call(product, withTangents(args), "none");
    }

    private List<Operand> withTangents(List<Operand> before) {
        List<Operand> all = new ArrayList<>(before);
        for (int i : products.independents()) {
            Operand tangent = tangents.apply(i);
            Operand arg = call.args().get(i);
            all.add(tangent != null ? tangent : products.zeros(arg, GivenProducts.name(arg, "Dot")));
        }
        return all;
    }

    private Operand jvp(Product product, List<Operand> before, Operand result, String name) {
        List<Operand> args = withTangents(before);
        boolean array = result.type().isArray();
        Operand tangent = Objects.requireNonNull(products.call(product, args, array ? "tangent" : name));
        if (!array) {
            return tangent;
        }
        GivenChecks checks = new GivenChecks(out, call);
        checks.sameShape(tangent, checks.of("the tangent", "the result"), result, "the result");
        return Arrays.deepCopy(out, name, tangent);
    }

    private Operand byPartials(Operand partials) {
        List<Integer> by = products.independents();
        Type type = Objects.requireNonNull(method.result());
        Operand sum = null;
        for (int k = 0; k < by.size(); k++) {
            Operand tangent = tangents.apply(by.get(k));
            if (tangent != null) {
                sum = products.plus(sum, products.times(tangent, products.part(partials, k, by.size()), type));
            }
        }
        return sum == null ? Literal.zero(type) : sum;
    }

    /** The result is a number: its gradient is one product in reverse mode. */
    private Operand byGradient(Product product, List<Operand> before) {
        Primitive type = (Primitive) Objects.requireNonNull(method.result());
        Total total = new Total(type);
        new Pullback(out, call, total).vjp(product, call.args(), before, Literal.floating(1, type));
        total.given.forEach(total::add);
        return total.sum == null ? Literal.zero(type) : total.sum;
    }

    /** Takes the gradient, and adds up its products with the tangents. */
    private final class Total implements Pullback.Sink {
        private final Primitive type;
        private final Map<Integer, Operand> given = new LinkedHashMap<>();
        private @Nullable Operand sum;

        Total(Primitive type) {
            this.type = type;
        }

        @Override
        public @Nullable Operand shadow(int argument) {
            Operand arg = call.args().get(argument);
            Operand zeros = products.zeros(arg, GivenProducts.name(arg, "Bar"));
            given.put(argument, zeros);
            return zeros;
        }

        @Override
        public void add(int argument, Operand adjoint) {
            Operand tangent = tangents.apply(argument);
            if (tangent != null) {
                Operand term = adjoint.type().isArray()
                        ? Arrays.inner(out, adjoint, tangent, type)
                        : products.times(tangent, adjoint, type);
                sum = products.plus(sum, term);
            }
        }
    }
}
