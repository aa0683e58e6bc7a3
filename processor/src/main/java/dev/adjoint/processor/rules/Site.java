package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.Collections;
import java.util.List;

/** One application of an operation for which a contribution is built: the words in which the rows are written. */
final class Site {
    private static final String NAME = "t";

    private final BlockBuilder out;
    private final Op op;
    private final List<Operand> args;
    private final Operand y;
    private final Operand seed;
    private final ActiveMask active;

    Site(BlockBuilder out, Op op, List<Operand> args, Operand y, Operand seed, ActiveMask active) {
        this.out = out;
        this.op = op;
        this.args = List.copyOf(args);
        this.y = y;
        this.seed = seed;
        this.active = active;
    }

    Operand seed() {
        return seed;
    }

    /** The only, or first, argument. */
    Operand x() {
        return arg(0);
    }

    Operand arg(int k) {
        return args.get(k);
    }

    /** The operation's result. */
    Operand y() {
        return y;
    }

    boolean isActive(int argument) {
        return active.isActive(argument);
    }

    /** The same application with another seed. */
    Site seeded(Operand other) {
        return new Site(out, op, args, y, other, active);
    }

    private Site within(BlockBuilder inner) {
        return new Site(inner, op, args, y, seed, active);
    }

    /** An application of another operation at the same place. */
    Site of(List<Operand> otherArgs, Operand result, ActiveMask mask) {
        return new Site(out, op, otherArgs, result, seed, mask);
    }

    /** A number of the type that the arithmetic is done in. */
    Literal number(double value) {
        return Literal.floating(value, seed.type());
    }

    Operand zero() {
        return Literal.zero(seed.type());
    }

    /** The seed times a factor; a factor that is zero leaves nothing. */
    Operand seedTimes(Operand factor) {
        return factor instanceof Literal literal && literal.isZero() ? zero() : times(seed, factor);
    }

    /** The seed times a number. */
    Operand seedTimes(double factor) {
        return times(seed, number(factor));
    }

    /** The seed divided by something. */
    Operand seedOver(Operand divisor) {
        return over(seed, divisor);
    }

    Operand times(Operand left, Operand right) {
        if (is(left, 1)) {
            return right;
        }
        return is(right, 1) ? left : infix("*", left, right);
    }

    Operand times(double left, Operand right) {
        return times(number(left), right);
    }

    Operand over(Operand left, Operand right) {
        return is(right, 1) ? left : infix("/", left, right);
    }

    Operand plus(double left, Operand right) {
        return infix("+", number(left), right);
    }

    Operand minus(Operand left, Operand right) {
        return infix("-", left, right);
    }

    Operand minus(double left, Operand right) {
        return minus(number(left), right);
    }

    Operand negative(Operand value) {
        if (value instanceof Literal literal) {
            return number(-((Number) java.util.Objects.requireNonNull(literal.value())).doubleValue());
        }
        return out.apply(NAME, Op.prefix("-", type(value)), value);
    }

    /** A function of the class that the operation itself belongs to, with arguments and a result of one type. */
    Operand call(String method, Operand... operands) {
        Primitive type = type(operands[0]);
        return out.apply(NAME, Op.call(owner() + method, Collections.nCopies(operands.length, type), type), operands);
    }

    /** The operation itself on other arguments. */
    Operand again(Operand... operands) {
        return out.apply(NAME, op, operands);
    }

    /** The value rounded to an integer; {@code rint} exists for {@code double} only. */
    Operand rint(Operand value) {
        if (type(value) == Primitive.DOUBLE) {
            return call("rint", value);
        }
        return cast(call("rint", cast(value, Primitive.DOUBLE)), type(value));
    }

    Operand cast(Operand value, Primitive to) {
        return out.cast(NAME, value, to);
    }

    /** The seed in the type of the other end of a conversion. */
    Operand seedConverted() {
        return cast(seed, (Primitive) Differentiable.contributed(op, seed.type()));
    }

    /**
     * The contribution, guarded: it is zero with the value by itself, and is not computed there, because its other factor
     * may be infinite. A literal is decided now.
     */
    Operand guarded(Operand value, Partial otherwise) {
        if (value instanceof Literal literal) {
            return literal.isZero() ? zero() : otherwise.times(this);
        }
        Var condition = out.apply("c", Op.isZero(List.of(type(value))), value);
        return choose(condition, Differentiable.Row.NOTHING, otherwise);
    }

    /** Zero where the value is zero, and elsewhere the contribution; a literal is decided now. */
    Operand unlessZero(Operand value, Partial otherwise) {
        if (value instanceof Literal literal) {
            return literal.isZero() ? zero() : otherwise.times(this);
        }
        return choose("==", value, Literal.zero(value.type()), Differentiable.Row.NOTHING, otherwise);
    }

    /** One of two contributions by a comparison. */
    Operand choose(String relation, Operand left, Operand right, Partial then, Partial otherwise) {
        return choose(out.compare("c", relation, left, right), then, otherwise);
    }

    private Operand choose(Var condition, Partial then, Partial otherwise) {
        Var result = new Var(NAME, seed.type());
        out.add(new Stmt.If(condition, arm(then), arm(otherwise), List.of(result)));
        return result;
    }

    private Block arm(Partial partial) {
        BlockBuilder inner = new BlockBuilder();
        Operand value = partial.times(within(inner));
        return inner.build(List.of(value));
    }

    private Operand infix(String symbol, Operand left, Operand right) {
        return out.infix(NAME, symbol, left, right);
    }

    private String owner() {
        boolean method = op.form() == Op.Form.CALL;
        String owner = method ? op.name().substring(0, op.name().lastIndexOf('.') + 1) : "";
        return owner.equals("java.lang.StrictMath.") ? owner : "java.lang.Math.";
    }

    private static Primitive type(Operand operand) {
        return (Primitive) operand.type();
    }

    /** Whether the operand is that literal. */
    boolean is(Operand operand, double number) {
        return operand instanceof Literal literal && literal.isFloating(number);
    }
}
