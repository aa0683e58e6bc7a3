package dev.adjoint.processor.source;

import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A typed tree: an expression or a statement. Evaluation order is that of Java: operands from left to right. */
public sealed interface Tree {

    /** A tree with a value. Its type is null only for a call of a void method. */
    sealed interface Expression extends Tree {
        @Nullable
        Type type();

        <R> R accept(ExpressionVisitor<R> visitor);
    }

    /** A tree that is executed. */
    sealed interface Statement extends Tree {
        <R> R accept(StatementVisitor<R> visitor);
    }

    /** What can be assigned to: a {@link Name} or an {@link Element}. */
    sealed interface Place extends Expression {}

    // ------------------------------------------------------------------------------------------ expressions

    /** A constant; see {@link dev.adjoint.processor.ir.Literal} for the values. */
    record Constant(@Nullable Object value, Type type) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A local variable or parameter of an ordinary type. */
    record Name(Local local) implements Place {
        @Override
        public Type type() {
            return local.type();
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code array[index]}; the index is an int. */
    record Element(Expression array, Expression index, Type type) implements Place {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.element(this);
        }
    }

    /**
     * A primitive operation whose operands already have the operation's parameter types: arithmetic, comparison, bit and
     * (non-short-circuit) logical operators, primitive casts and promotions, methods of {@code Math} and {@code StrictMath}.
     */
    record Operation(Op op, List<Expression> args) implements Expression {
        @Override
        public Type type() {
            return op.result();
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.operation(this);
        }
    }

    /** {@code left && right} or {@code left || right}. */
    record ShortCircuit(boolean and, Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return dev.adjoint.processor.ir.Primitive.BOOLEAN;
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.shortCircuit(this);
        }
    }

    /** {@code condition ? then : otherwise}, both arms converted to the type of the whole. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Type type) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code place = value}; the value is converted to the place's type. The value of the whole is the new value. */
    record Assign(Place place, Expression value) implements Expression {
        @Override
        public Type type() {
            return java.util.Objects.requireNonNull(place.type());
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /**
     * {@code place op= value} and {@code ++}, {@code --}: the place is read, converted to {@code op}'s first parameter
     * type, combined with the value (already of {@code op}'s second parameter type), converted back to the place's type
     * and stored. The place's array and index are evaluated once, and the old value is read before the right side is
     * evaluated. The value of the whole is the new value, or the old one if {@code postfix}.
     */
    record Update(Place place, Op op, Expression value, boolean postfix) implements Expression {
        @Override
        public Type type() {
            return java.util.Objects.requireNonNull(place.type());
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.update(this);
        }
    }

    /** {@code array.length}. */
    record Length(Expression array) implements Expression {
        @Override
        public Type type() {
            return dev.adjoint.processor.ir.Primitive.INT;
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.length(this);
        }
    }

    /** {@code new T[d0][d1][]}: the leading dimensions are given, each an int. */
    record NewArray(Type type, List<Expression> dimensions) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.newArray(this);
        }
    }

    /** {@code {a, b}} or {@code new T[] {a, b}}, elements converted to the element type. */
    record ArrayOf(Type type, List<Expression> elements) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.arrayOf(this);
        }
    }

    /** An array operation of the library that has a derivative of its own. */
    record Library(
            Kind kind, List<Expression> args, @Nullable Type type, Position position) implements Expression {
        /** Which one. */
        public enum Kind {
            /** {@code a.clone()}, on an array. */
            CLONE,
            /** {@code System.arraycopy(src, srcPos, dst, dstPos, length)}. */
            ARRAYCOPY,
            /** {@code Arrays.fill(a, v)}. */
            FILL,
            /** {@code Arrays.fill(a, from, to, v)}. */
            FILL_RANGE,
            /** {@code Arrays.copyOf(a, length)}. */
            COPY_OF,
            /** {@code Arrays.copyOfRange(a, from, to)}. */
            COPY_OF_RANGE,
            /** {@code Arrays.stream(a).sum()} of a {@code double[]}. */
            STREAM_SUM,
            /** {@code Objects.requireNonNull(x)}: the argument is the first, a message (inactive) may be the second. */
            REQUIRE_NON_NULL,
            /** {@code Adjoint.constant(x)}. */
            CONSTANT
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.library(this);
        }
    }

    /**
     * A call of a method with source. An argument for a functional parameter is a {@link Lambda} or a {@link FunctionName}.
     * For an instance method of a record the record is the first argument.
     */
    record Call(
            MethodKey method,
            List<Expression> args,
            @Nullable Type type,
            Position position) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * A call of a method that the processor generates or has generated, {@code DemoGrad.someFuncGrad(x)}, of a method in
     * this compilation ({@code primal} is then its key) or in a jar ({@code primal} is null).
     */
    record GeneratedCall(
            String companion,
            String name,
            @Nullable MethodKey primal,
            List<Expression> args,
            @Nullable Type type,
            Position position)
            implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.generatedCall(this);
        }
    }

    /**
     * A call of a static method for which there is a {@code @DerivativeOf} rule, or of an annotated one of a jar.
     *
     * @param wrt for each argument whether the rule differentiates by it
     */
    record RuledCall(
            MethodKey method,
            List<Boolean> wrt,
            List<Expression> args,
            @Nullable Type type,
            Position position) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.ruledCall(this);
        }
    }

    /** {@code new R(args)} of a record, by its canonical constructor, which only assigns. */
    record Construct(RecordType type, List<Expression> args) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.construct(this);
        }
    }

    /** A component of a record, by an implicit accessor or within the record itself. */
    record Component(Expression record, String name, Type type) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.component(this);
        }
    }

    /**
     * A lambda or method reference (already written out as a lambda). It may read locals of the enclosing method, which
     * are effectively final.
     */
    record Lambda(FunctionalType functional, List<Local> parameters, Sequence body) implements Expression {
        @Override
        public @Nullable Type type() {
            return null;
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.lambda(this);
        }
    }

    /** A local or parameter that holds a lambda, where it is handed on. */
    record FunctionName(Local local, FunctionalType functional) implements Expression {
        @Override
        public @Nullable Type type() {
            return null;
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.functionName(this);
        }
    }

    /** {@code f.applyAsDouble(x)}: the function is a {@link FunctionName} or a {@link Lambda}. */
    record Invoke(
            Expression function,
            FunctionalType functional,
            List<Expression> args,
            @Nullable Type type,
            Position position)
            implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.invoke(this);
        }
    }

    /**
     * Inactive Java that is passed through: see {@link Foreign}. Also {@code static final} fields, enum constants, string
     * concatenation, {@code null} tests, reference comparison, {@code instanceof}, construction of exceptions, calls on
     * inactive values. A null type means that there is no value.
     */
    record Passed(
            List<String> pieces,
            List<Expression> args,
            @Nullable Type type,
            Foreign.Effect effect) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.passed(this);
        }
    }

    /** A switch expression. Each arm ends in {@link Yield} or {@link Throw}. */
    record SwitchExpression(Expression selector, List<Arm> arms, Type type) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.switchExpression(this);
        }
    }

    // ------------------------------------------------------------------------------------------- statements

    /** A block with a scope of its own. */
    record Sequence(List<Statement> statements) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /** Declares a local, with a value (converted to its type) or without. */
    record Declare(Local local, @Nullable Expression initial, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.declare(this);
        }
    }

    /** Declares an effectively final local that holds a lambda. The value is a {@link Lambda} or {@link FunctionName}. */
    record DeclareFunction(Local local, FunctionalType functional, Expression value) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.declareFunction(this);
        }
    }

    /** An expression for its effect. */
    record Evaluate(Expression expression, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    record If(
            Expression condition, Statement then, @Nullable Statement otherwise, Position position)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.ifElse(this);
        }
    }

    /**
     * {@code for}, {@code while} and {@code do}. A null condition is true. {@code initial} has a scope around the loop.
     *
     * @param testFirst false for {@code do}
     * @param label null, or the label that {@code break} and {@code continue} use
     */
    record Loop(
            List<Statement> initial,
            @Nullable Expression condition,
            List<Statement> update,
            Statement body,
            boolean testFirst,
            @Nullable String label,
            Position position)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** {@code for (T local : array)}; the front end has rewritten loops over collections. The element is converted. */
    record ForEach(
            Local local,
            Expression array,
            Statement body,
            @Nullable String label,
            Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    /** A switch statement. An unlabelled {@code break} in it leaves it. */
    record Switch(Expression selector, List<Arm> arms, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.choose(this);
        }
    }

    /**
     * An arm of a switch.
     *
     * @param labels constants as Java source text for a case label; empty for an arm that is only {@code default}
     * @param isDefault whether {@code default} is (also) here
     * @param arrow whether control leaves the switch after the arm; else it falls into the next
     */
    record Arm(List<String> labels, boolean isDefault, boolean arrow, List<Statement> body) {}

    /** A labelled statement that is not a loop; {@code break label} leaves it. */
    record Labelled(String label, Statement body) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.labelled(this);
        }
    }

    record Break(@Nullable String label) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.leave(this);
        }
    }

    record Continue(@Nullable String label) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.next(this);
        }
    }

    /** The value is converted to the result type of the method or lambda. */
    record Return(@Nullable Expression value, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.giveBack(this);
        }
    }

    /** The value of the enclosing switch expression, converted to its type. */
    record Yield(Expression value, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.yield(this);
        }
    }

    record Throw(Expression exception, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.raise(this);
        }
    }

    record Assert(Expression condition, @Nullable Expression message, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /** {@code try}; there are no resources. */
    record Try(
            Sequence body, List<Handler> handlers, @Nullable Sequence last, Position position) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.guarded(this);
        }
    }

    /** {@code catch (types exception)}. */
    record Handler(String types, Local exception, Sequence body) {}

    /** One method for each kind of expression. */
    interface ExpressionVisitor<R> {
        R constant(Constant e);

        R name(Name e);

        R element(Element e);

        R operation(Operation e);

        R shortCircuit(ShortCircuit e);

        R conditional(Conditional e);

        R assign(Assign e);

        R update(Update e);

        R length(Length e);

        R newArray(NewArray e);

        R arrayOf(ArrayOf e);

        R library(Library e);

        R call(Call e);

        R generatedCall(GeneratedCall e);

        R ruledCall(RuledCall e);

        R construct(Construct e);

        R component(Component e);

        R lambda(Lambda e);

        R functionName(FunctionName e);

        R invoke(Invoke e);

        R passed(Passed e);

        R switchExpression(SwitchExpression e);
    }

    /** One method for each kind of statement. */
    interface StatementVisitor<R> {
        R sequence(Sequence s);

        R declare(Declare s);

        R declareFunction(DeclareFunction s);

        R evaluate(Evaluate s);

        R ifElse(If s);

        R loop(Loop s);

        R forEach(ForEach s);

        R choose(Switch s);

        R labelled(Labelled s);

        R leave(Break s);

        R next(Continue s);

        R giveBack(Return s);

        R yield(Yield s);

        R raise(Throw s);

        R check(Assert s);

        R guarded(Try s);
    }
}
