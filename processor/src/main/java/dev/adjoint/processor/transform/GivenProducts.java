package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Given.Kind;
import dev.adjoint.processor.ir.Given.Product;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What both modes do at a call of a method whose derivative is given: call a given function, and take its result apart. */
final class GivenProducts {
    private final BlockBuilder out;
    private final Given method;

    GivenProducts(BlockBuilder out, Given method) {
        this.out = out;
        this.method = method;
    }

    /** The indices of the arguments that are differentiated by. */
    List<Integer> independents() {
        return IntStream.range(0, method.wrt().size())
                .filter(i -> method.wrt().get(i))
                .boxed()
                .toList();
    }

    /** What is given for the mode, or for the other one if it serves as well. */
    Product product(Expr.GivenCall call, Kind wanted, Kind other, boolean serves) {
        for (Kind kind : serves ? List.of(wanted, Kind.PARTIALS, other) : List.of(wanted, Kind.PARTIALS)) {
            Product product = method.product(kind);
            if (product != null) {
                return product;
            }
        }
        throw new NoProduct(call, wanted);
    }

    /** Calls the function; null if it gives nothing. */
    @Nullable
    Operand call(Product product, List<Operand> args, String name) {
        Expr.Call made = new Expr.Call(product.function(), args, product.result());
        if (product.result() == null) {
            out.add(new Stmt.Do(made));
            return null;
        }
        return out.let(name, made);
    }

    /** The arguments of the function that come before adjoints and tangents. */
    List<Operand> arguments(Product product, List<Operand> args, @Nullable Operand result) {
        List<Operand> all = new ArrayList<>(args);
        if (product.takesResult() && result != null) {
            all.add(result);
        }
        return all;
    }

    /** The part that belongs to the {@code k}-th of several arguments. */
    Operand part(Operand value, int k, int count) {
        if (count == 1) {
            return value;
        }
        if (value.type() instanceof RecordType record) {
            String component = record.components().get(k).name();
            return out.let(component, new Expr.Field(value, component));
        }
        return out.let("partial", new Expr.Load(value, Literal.of(k)));
    }

    /** A factor times a number, computed in the wider type of the two, as a number of a certain type. */
    Operand times(Operand seed, Operand factor, Type type) {
        Primitive wide = ((Primitive) seed.type()).compareTo((Primitive) factor.type()) > 0
                ? (Primitive) seed.type()
                : (Primitive) factor.type();
        return as(out.infix("t", "*", as(seed, wide), as(factor, wide)), (Primitive) type);
    }

    private Operand as(Operand value, Primitive type) {
        return value.type() == type ? value : out.cast("t", value, type);
    }

    /** The sum; null is nothing. */
    Operand plus(@Nullable Operand sum, Operand term) {
        return sum == null ? term : out.apply("t", Op.infix("+", (Primitive) term.type()), sum, term);
    }

    /** Zeros: a literal, or a new array of the shape of another. */
    Operand zeros(Operand like, String name) {
        return like.type().isArray() ? Arrays.zerosLike(out, name, like) : Literal.zero(like.type());
    }

    /** A name for what belongs to an argument. */
    static String name(Operand arg, String ending) {
        return (arg instanceof Var var ? var.name() : "t") + ending;
    }
}
