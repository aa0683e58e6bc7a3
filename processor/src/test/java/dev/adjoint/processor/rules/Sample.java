package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Evaluates an operation and its contributions at given arguments. */
record Sample(Op op, ActiveMask active) {
    static Sample of(Op op) {
        return new Sample(op, ActiveMask.ALL);
    }

    Sample with(ActiveMask mask) {
        return new Sample(op, mask);
    }

    double value(double... args) {
        return ((Number) Evaluator.apply(op, boxed(args))).doubleValue();
    }

    /** The partial derivative by argument k at these arguments. */
    double partial(int k, double... args) {
        return contribution(k, 1, args);
    }

    double contribution(int k, double seed, double... args) {
        return contribution(k, seed, op.result(), args);
    }

    double contribution(int k, double seed, Primitive seedType, double... args) {
        Evaluator evaluator = new Evaluator();
        Object[] boxed = boxed(args);
        List<Operand> variables = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            variables.add(bind(evaluator, "x" + i, op.parameters().get(i), boxed[i]));
        }
        Var y = bind(evaluator, "y", op.result(), Evaluator.apply(op, boxed));
        Var variableSeed = bind(evaluator, "seed", seedType, box(seedType, seed));
        return run(evaluator, k, variables, y, variableSeed);
    }

    /** The partial derivative where the arguments other than k are literals in the program. */
    double partialWithLiterals(int k, double... args) {
        Evaluator evaluator = new Evaluator();
        Object[] boxed = boxed(args);
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            Primitive type = op.parameters().get(i);
            operands.add(i == k ? bind(evaluator, "x", type, boxed[i]) : new Literal(boxed[i], type));
        }
        Var y = bind(evaluator, "y", op.result(), Evaluator.apply(op, boxed));
        return run(evaluator, k, operands, y, Literal.floating(1, op.result()));
    }

    private double run(Evaluator evaluator, int k, List<Operand> args, Operand y, Operand seed) {
        BlockBuilder out = new BlockBuilder();
        Operand result = ((Differentiable) Rules.of(op)).contribution(out, op, k, args, y, seed, active);
        evaluator.run(out.statements());
        return ((Number) evaluator.value(result)).doubleValue();
    }

    private static Var bind(Evaluator evaluator, String name, Primitive type, Object value) {
        Var variable = new Var(name, type);
        evaluator.set(variable, value);
        return variable;
    }

    private Object[] boxed(double... args) {
        Object[] boxed = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            boxed[i] = box(op.parameters().get(i), args[i]);
        }
        return boxed;
    }

    private static Object box(Primitive type, double value) {
        return switch (type) {
            case FLOAT -> (float) value;
            case INT -> (int) value;
            default -> value;
        };
    }
}
