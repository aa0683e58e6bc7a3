package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.transform.Arrays;
import java.util.List;

/** Loops over all numbers of an array, row by row, with a running number for each. */
final class Units {
    private Units() {}

    /** What is done for one number of an array. */
    interface Visit {
        /**
         * Appends the code.
         *
         * @param row the innermost array
         * @param index where the number is in it
         * @param number its running number
         */
        void at(BlockBuilder out, Operand row, Operand index, Operand number);
    }

    /** The floating-point type at the bottom of an array type. */
    static Type base(Type type) {
        return type.isArray() ? base(type.element()) : type;
    }

    /** Visits every number in {@code array}; the first has the running number {@code first}. Gives the next one. */
    static Operand each(BlockBuilder out, Operand array, Operand first, Visit visit) {
        Var length = out.let("n", new Expr.Length(array));
        if (!array.type().element().isArray() && first.equals(Literal.of(0))) {
            Arrays.each(out, length, (body, i) -> visit.at(body, array, i, i));
            return length;
        }
        Var i = new Var("i", Primitive.INT);
        Var number = new Var("k", Primitive.INT);
        Var next = new Var("k", Primitive.INT);
        BlockBuilder body = new BlockBuilder();
        Operand after;
        if (array.type().element().isArray()) {
            after = each(body, body.let("row", new Expr.Load(array, i)), number, visit);
        } else {
            visit.at(body, array, i, number);
            after = body.infix("k", "+", number, Literal.of(1));
        }
        Carried carried = new Carried(List.of(number), List.of(first), List.of(next));
        out.add(new Stmt.For(i, Literal.of(0), Relation.LT, length, 1, carried, body.build(List.of(after))));
        return next;
    }

    /** How many numbers a value of this type holds. */
    static Operand count(BlockBuilder out, Operand value) {
        if (!value.type().isArray()) {
            return Literal.of(1);
        }
        if (!value.type().element().isArray()) {
            return out.let("n", new Expr.Length(value));
        }
        return each(out, value, Literal.of(0), (b, row, index, number) -> {});
    }
}
