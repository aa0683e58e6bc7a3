package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Given.Kind;
import dev.adjoint.processor.ir.Given.Product;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reverse mode at a call of a method whose derivative is given. */
final class Pullback {
    /** Where the adjoints of the arguments go. */
    interface Sink {
        /** The shadow of an array, or null if it has none because nothing depends on it. */
        @Nullable
        Operand shadow(int argument);

        /** Adds to the adjoint of an argument, whatever it is. */
        void add(int argument, Operand adjoint);
    }

    private final BlockBuilder out;
    private final Expr.GivenCall call;
    private final Given method;
    private final GivenProducts products;
    private final Sink sink;

    Pullback(BlockBuilder out, Expr.GivenCall call, Sink sink) {
        this.out = out;
        this.call = call;
        this.method = call.method();
        this.products = new GivenProducts(out, method);
        this.sink = sink;
    }

    /**
     * Writes it.
     *
     * @param args the arguments as they were at the call
     * @param result the result as it was then, null for a method without
     * @param seed the adjoint of the result: a number, or an array; null for a method without
     */
    void write(List<Operand> args, @Nullable Operand result, @Nullable Operand seed) {
        boolean numbers = products.independents().stream()
                .allMatch(i -> method.parameters().get(i) instanceof Primitive);
        Product product = products.product(call, Kind.VJP, Kind.JVP, numbers && method.result() != null);
        List<Operand> before = products.arguments(product, args, result);
        switch (product.kind()) {
            case VJP -> vjp(product, args, before, seed);
            case PARTIALS -> partials(product, before, Objects.requireNonNull(seed));
            case JVP -> byTangents(product, before, Objects.requireNonNull(seed));
        }
    }

    /** Writes a product in reverse mode: the function takes the adjoint of the result, and adjoints to add to. */
    void vjp(Product product, List<Operand> args, List<Operand> before, @Nullable Operand seed) {
        List<Operand> all = new ArrayList<>(before);
        if (seed != null) {
            all.add(seed);
        }
        List<Integer> returned = new ArrayList<>();
        for (int i : products.independents()) {
            if (product.accumulates() && method.parameters().get(i).isArray()) {
                Operand shadow = sink.shadow(i);
                all.add(shadow != null ? shadow : products.zeros(args.get(i), GivenProducts.name(args.get(i), "Bar")));
            } else {
                returned.add(i);
            }
        }
        Operand adjoints = products.call(product, all, returned.size() == 1 ? "adjoint" : "adjoints");
        for (int k = 0; adjoints != null && k < returned.size(); k++) {
            sink.add(returned.get(k), products.part(adjoints, k, returned.size()));
        }
    }

    private void partials(Product product, List<Operand> before, Operand seed) {
        List<Integer> by = products.independents();
        Operand partials = Objects.requireNonNull(products.call(product, before, "partials"));
        for (int k = 0; k < by.size(); k++) {
            Operand partial = products.part(partials, k, by.size());
            sink.add(
                    by.get(k), products.times(seed, partial, method.parameters().get(by.get(k))));
        }
    }

    /** All arguments are numbers: the tangent for each gives a row of the Jacobian. */
    private void byTangents(Product product, List<Operand> before, Operand seed) {
        for (int i : products.independents()) {
            List<Operand> all = new ArrayList<>(before);
            products.independents()
                    .forEach(j -> all.add(
                            Literal.floating(i == j ? 1 : 0, method.parameters().get(j))));
            Operand tangent = Objects.requireNonNull(products.call(product, all, "tangent"));
            Primitive type = (Primitive) method.parameters().get(i);
            sink.add(
                    i,
                    tangent.type().isArray()
                            ? Arrays.inner(out, seed, tangent, type)
                            : products.times(seed, tangent, type));
        }
    }
}
