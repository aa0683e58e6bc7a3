package dev.adjoint.processor.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a variable can be bound to. Operands are variables and literals only: each operation has its own variable. */
public sealed interface Expr {
    /** The type of the value; never asked of a call without a result. */
    Type type();

    /** The operands in order. */
    List<Operand> operands();

    /** The same expression over other operands, as an object of its own. */
    Expr map(UnaryOperator<Operand> f);

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of expression, so that the compiler finds the place where a new kind is missing. */
    interface Visitor<R> {
        R apply(Apply e);

        R copyOf(Copy e);

        R stop(Stop e);

        R load(Load e);

        R length(Length e);

        R newArray(NewArray e);

        R arrayOf(ArrayOf e);

        R cloneOf(Clone e);

        R grow(Grow e);

        R reuse(Reuse e);

        R construct(Construct e);

        R field(Field e);

        R call(Call e);

        R given(GivenCall e);

        R foreign(Foreign e);
    }

    /** A primitive operation. */
    record Apply(Op op, List<Operand> args) implements Expr {
        public Apply {
            args = List.copyOf(args);
        }

        @Override
        public Type type() {
            return op.result();
        }

        @Override
        public List<Operand> operands() {
            return args;
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Apply(op, Operand.replaced(args, f));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply(this);
        }
    }

    /** Another name for a value; the simplifier removes it. */
    record Copy(Operand value) implements Expr {
        @Override
        public Type type() {
            return value.type();
        }

        @Override
        public List<Operand> operands() {
            return List.of(value);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Copy(f.apply(value));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copyOf(this);
        }
    }

    /**
     * The same value, or the same array, without its derivative. What is written through it must not be told by the array's
     * other names.
     *
     * @param site tells the places of a run apart, for messages about one of them
     */
    record Stop(Operand value, int site) implements Expr {
        @Override
        public Type type() {
            return value.type();
        }

        @Override
        public List<Operand> operands() {
            return List.of(value);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Stop(f.apply(value), site);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** {@code array[index]}. */
    record Load(Operand array, Operand index) implements Expr {
        @Override
        public Type type() {
            return array.type().element();
        }

        @Override
        public List<Operand> operands() {
            return List.of(array, index);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Load(f.apply(array), f.apply(index));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.load(this);
        }
    }

    /** {@code array.length}. */
    record Length(Operand array) implements Expr {
        @Override
        public Type type() {
            return Primitive.INT;
        }

        @Override
        public List<Operand> operands() {
            return List.of(array);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Length(f.apply(array));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.length(this);
        }
    }

    /** {@code new double[d0][d1][]}: a new array of that type with the leading dimensions given, filled with zeros. */
    record NewArray(ArrayType arrayType, List<Operand> dimensions) implements Expr {
        public NewArray {
            dimensions = List.copyOf(dimensions);
        }

        @Override
        public Type type() {
            return arrayType;
        }

        @Override
        public List<Operand> operands() {
            return dimensions;
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new NewArray(arrayType, Operand.replaced(dimensions, f));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newArray(this);
        }
    }

    /** {@code new double[] {a, b}}. */
    record ArrayOf(ArrayType arrayType, List<Operand> elements) implements Expr {
        public ArrayOf {
            elements = List.copyOf(elements);
        }

        @Override
        public Type type() {
            return arrayType;
        }

        @Override
        public List<Operand> operands() {
            return elements;
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new ArrayOf(arrayType, Operand.replaced(elements, f));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arrayOf(this);
        }
    }

    /** {@code array.clone()}: a copy of the outermost dimension. */
    record Clone(Operand array) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }

        @Override
        public List<Operand> operands() {
            return List.of(array);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Clone(f.apply(array));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cloneOf(this);
        }
    }

    /**
     * The array itself if {@code index} is within it, else a longer copy of it: the growth of a recording whose length
     * is not known beforehand. The old array must not be used afterwards. Written
     * {@code index < a.length ? a : Arrays.copyOf(a, 2 * a.length)}; the array is never empty.
     */
    record Grow(Operand array, Operand index) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }

        @Override
        public List<Operand> operands() {
            return List.of(array, index);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Grow(f.apply(array), f.apply(index));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.grow(this);
        }
    }

    /**
     * The array for new content: nothing that it held is read again, and its name is not used while the new one is. Only
     * met between preparation and differentiation, where it says that each time may have an array of its own.
     */
    record Reuse(Operand array) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }

        @Override
        public List<Operand> operands() {
            return List.of(array);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Reuse(f.apply(array));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reuse(this);
        }
    }

    /** A record from its components, by its canonical constructor. */
    record Construct(RecordType recordType, List<Operand> components) implements Expr {
        public Construct {
            components = List.copyOf(components);
        }

        @Override
        public Type type() {
            return recordType;
        }

        @Override
        public List<Operand> operands() {
            return components;
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Construct(recordType, Operand.replaced(components, f));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.construct(this);
        }
    }

    /** A component of a record, read by its implicit accessor. */
    record Field(Operand record, String component) implements Expr {
        @Override
        public Type type() {
            return ((RecordType) record.type()).component(component).type();
        }

        @Override
        public List<Operand> operands() {
            return List.of(record);
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Field(f.apply(record), component);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.field(this);
        }
    }

    /** A call of another function of the program, which may write into the arrays it is given. */
    record Call(
            Function.Key function,
            List<Operand> args,
            @org.jspecify.annotations.Nullable Type result) implements Expr {
        public Call {
            args = List.copyOf(args);
        }

        @Override
        public Type type() {
            return java.util.Objects.requireNonNull(result, "the call has no result");
        }

        @Override
        public List<Operand> operands() {
            return args;
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Call(function, Operand.replaced(args, f), result);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * A call of a method whose derivative is given.
     *
     * @param site tells the calls of a run apart, for messages about one of them
     */
    record GivenCall(Given method, List<Operand> args, int site) implements Expr {
        public GivenCall {
            args = List.copyOf(args);
        }

        @Override
        public Type type() {
            return java.util.Objects.requireNonNull(method.result(), "the call has no result");
        }

        @Override
        public List<Operand> operands() {
            return args;
        }

        /** Whether it only reads: all it does is to give a result. */
        public boolean isFunction() {
            return method.result() != null;
        }

        /** The arguments that the method is differentiated by. */
        public List<Operand> independents() {
            return java.util.stream.IntStream.range(0, args.size())
                    .filter(i -> method.wrt().get(i))
                    .mapToObj(args::get)
                    .toList();
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new GivenCall(method, Operand.replaced(args, f), site);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.given(this);
        }
    }

    /**
     * Java that is passed through: text with the operands between its pieces. {@code pieces} has one more entry than
     * {@code args}. An operand that is not a name or literal is put in parentheses. Its value is inactive.
     */
    record Foreign(List<String> pieces, List<Operand> args, Type type, Effect effect) implements Expr {
        /** What passing Java through may do. */
        public enum Effect {
            /** Always the same value, and never throws: a constant, {@code static final} field, enum constant. */
            PURE,
            /** Reads state or can throw, but changes nothing. */
            READS,
            /** May do anything, and is done once, in its place. */
            ANY
        }

        public Foreign {
            pieces = List.copyOf(pieces);
            args = List.copyOf(args);
            if (pieces.size() != args.size() + 1) {
                throw new IllegalArgumentException(pieces + " does not fit " + args.size() + " operands");
            }
        }

        @Override
        public List<Operand> operands() {
            return args;
        }

        @Override
        public Expr map(UnaryOperator<Operand> f) {
            return new Foreign(pieces, Operand.replaced(args, f), type, effect);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreign(this);
        }
    }
}
