package dev.adjoint.processor.ir;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Runs functions of the intermediate representation, by its definition and not by what it is turned into: the reference
 * that emitted Java is compared with. Primitives are boxed, arrays are Java arrays, a record is a map from its
 * components' names to their values.
 */
public final class IrInterpreter {
    private final Program program;
    private final BiFunction<Expr.Foreign, List<Object>, Object> passed;
    private long steps = 200_000;

    /** @param passed evaluates Java that is passed through */
    public IrInterpreter(Program program, BiFunction<Expr.Foreign, List<Object>, Object> passed) {
        this.program = program;
        this.passed = passed;
    }

    /** The function's result, or null. What the program throws is thrown. */
    public Object call(Function.Key key, List<Object> args) {
        Function function = program.get(key);
        Run run = new Run();
        for (int i = 0; i < args.size(); i++) {
            run.values.put(function.parameters().get(i), args.get(i));
        }
        List<Object> yields = run.block(function.body());
        return yields.isEmpty() ? null : yields.get(0);
    }

    /** Thrown when the program runs too long to be interesting. */
    public static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Carries a thrown object out, whatever its type. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException raise(Object exception) throws E {
        throw (E) exception;
    }

    private final class Run implements Stmt.Visitor<Void>, Expr.Visitor<Object> {
        private final Map<Var, Object> values = new HashMap<>();

        private List<Object> block(Block block) {
            for (Stmt statement : block.statements()) {
                if (steps-- < 0) {
                    throw new TooLong();
                }
                statement.accept(this);
            }
            return all(block.yields());
        }

        private Object get(Operand operand) {
            return operand instanceof Literal literal ? constant(literal) : values.get(operand);
        }

        private Object constant(Literal literal) {
            if (literal.value() instanceof Integer i && literal.type() == Primitive.BYTE) {
                return i.byteValue();
            }
            return literal.value() instanceof Integer i && literal.type() == Primitive.SHORT
                    ? (Object) i.shortValue()
                    : literal.value();
        }

        private int integer(Operand operand) {
            return (Integer) get(operand);
        }

        private List<Object> all(List<Operand> operands) {
            List<Object> all = new ArrayList<>();
            operands.forEach(o -> all.add(get(o)));
            return all;
        }

        private void bind(List<Var> variables, List<Object> bound) {
            for (int i = 0; i < variables.size(); i++) {
                values.put(variables.get(i), bound.get(i));
            }
        }

        @Override
        public Void let(Stmt.Let s) {
            values.put(s.target(), s.value().accept(this));
            return null;
        }

        @Override
        public Void perform(Stmt.Do s) {
            s.value().accept(this);
            return null;
        }

        @Override
        public Void store(Stmt.Store s) {
            Array.set(get(s.array()), integer(s.index()), get(s.value()));
            return null;
        }

        @Override
        public Void accumulate(Stmt.Accumulate s) {
            Object array = get(s.array());
            Primitive type = (Primitive) s.array().type().element();
            Object old = Array.get(array, integer(s.index()));
            Array.set(array, integer(s.index()), IrArithmetic.apply(Op.infix("+", type), List.of(old, get(s.value()))));
            return null;
        }

        @Override
        public Void fill(Stmt.Fill s) {
            Object array = get(s.array());
            int from = integer(s.from());
            int to = integer(s.to());
            if (from > to) {
                throw new IllegalArgumentException();
            }
            if (from < 0 || to > Array.getLength(array)) {
                throw new ArrayIndexOutOfBoundsException();
            }
            for (int i = from; i < to; i++) {
                Array.set(array, i, get(s.value()));
            }
            return null;
        }

        @Override
        public Void copyRange(Stmt.CopyRange s) {
            System.arraycopy(
                    get(s.source()),
                    integer(s.sourceFrom()),
                    get(s.target()),
                    integer(s.targetFrom()),
                    integer(s.length()));
            return null;
        }

        @Override
        public Void ifElse(Stmt.If s) {
            bind(s.results(), block((Boolean) get(s.condition()) ? s.then() : s.otherwise()));
            return null;
        }

        @Override
        public Void counted(Stmt.For s) {
            List<Object> carried = all(s.carried().initial());
            Object bound = get(s.bound());
            Op test = Op.compare(s.relation().symbol(), (Primitive) s.counter().type());
            Op sum = Op.infix("+", (Primitive) s.counter().type());
            Object step = s.counter().type() == Primitive.LONG ? (Object) (long) s.step() : (Object) s.step();
            Object counter = get(s.from());
            while ((Boolean) IrArithmetic.apply(test, List.of(counter, bound))) {
                values.put(s.counter(), counter);
                bind(s.carried().parameters(), carried);
                carried = block(s.body());
                counter = IrArithmetic.apply(sum, List.of(counter, step));
            }
            bind(s.carried().results(), carried);
            return null;
        }

        @Override
        public Void loop(Stmt.While s) {
            bind(s.carried().parameters(), all(s.carried().initial()));
            while ((Boolean) block(s.condition()).get(0)) {
                bind(s.carried().parameters(), block(s.body()));
            }
            List<Object> last = new ArrayList<>();
            s.carried().parameters().forEach(p -> last.add(values.get(p)));
            bind(s.carried().results(), last);
            return null;
        }

        @Override
        public Void choose(Stmt.Switch s) {
            String selector = String.valueOf(get(s.selector()));
            Block arm = s.cases().stream()
                    .filter(c -> c.labels().contains(selector) || c.labels().contains("\"" + selector + "\""))
                    .map(Stmt.Case::body)
                    .findFirst()
                    .orElse(s.otherwise());
            bind(s.results(), block(arm));
            return null;
        }

        @Override
        public Void raise(Stmt.Throw s) {
            throw IrInterpreter.<RuntimeException>raise(get(s.exception()));
        }

        @Override
        public Void guarded(Stmt.Try s) {
            try {
                bind(s.results(), block(s.body()));
            } catch (TooLong | StackOverflowError e) {
                throw e;
            } catch (Throwable thrown) {
                bind(s.results(), handle(s, thrown));
            } finally {
                if (s.last() != null) {
                    block(s.last());
                }
            }
            return null;
        }

        private List<Object> handle(Stmt.Try s, Throwable thrown) {
            for (Stmt.Handler handler : s.handlers()) {
                for (String type : handler.types().split("\\|")) {
                    if (isInstance(type.strip(), thrown)) {
                        values.put(handler.exception(), thrown);
                        return block(handler.body());
                    }
                }
            }
            throw IrInterpreter.<RuntimeException>raise(thrown);
        }

        private boolean isInstance(String type, Throwable thrown) {
            try {
                return Class.forName(type).isInstance(thrown);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Void comment(Stmt.Comment s) {
            return null;
        }

        @Override
        public Object apply(Expr.Apply e) {
            return IrArithmetic.apply(e.op(), all(e.args()));
        }

        @Override
        public Object copyOf(Expr.Copy e) {
            return get(e.value());
        }

        @Override
        public Object load(Expr.Load e) {
            return Array.get(get(e.array()), integer(e.index()));
        }

        @Override
        public Object length(Expr.Length e) {
            return Array.getLength(get(e.array()));
        }

        @Override
        public Object newArray(Expr.NewArray e) {
            int[] dimensions = e.dimensions().stream().mapToInt(this::integer).toArray();
            Class<?> component = JavaTypes.of(e.arrayType());
            for (int i = 0; i < dimensions.length; i++) {
                component = component.getComponentType();
            }
            return Array.newInstance(component, dimensions);
        }

        @Override
        public Object arrayOf(Expr.ArrayOf e) {
            Object array = Array.newInstance(
                    JavaTypes.of(e.arrayType().element()), e.elements().size());
            for (int i = 0; i < e.elements().size(); i++) {
                Array.set(array, i, get(e.elements().get(i)));
            }
            return array;
        }

        @Override
        public Object cloneOf(Expr.Clone e) {
            return copy(get(e.array()), Array.getLength(get(e.array())));
        }

        @Override
        public Object reuse(Expr.Reuse e) {
            return get(e.array());
        }

        @Override
        public Object grow(Expr.Grow e) {
            Object array = get(e.array());
            int length = Array.getLength(array);
            return integer(e.index()) < length ? array : copy(array, Math.max(2 * length, integer(e.index()) + 1));
        }

        private Object copy(Object array, int length) {
            Object copy = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, copy, 0, Math.min(length, Array.getLength(array)));
            return copy;
        }

        @Override
        public Object construct(Expr.Construct e) {
            Map<String, Object> record = new LinkedHashMap<>();
            for (int i = 0; i < e.components().size(); i++) {
                record.put(
                        e.recordType().components().get(i).name(),
                        get(e.components().get(i)));
            }
            return record;
        }

        @Override
        public Object field(Expr.Field e) {
            return ((Map<?, ?>) get(e.record())).get(e.component());
        }

        @Override
        public Object call(Expr.Call e) {
            return IrInterpreter.this.call(e.function(), all(e.args()));
        }

        @Override
        public Object stop(Expr.Stop e) {
            return get(e.value());
        }

        @Override
        public Object given(Expr.GivenCall e) {
            throw new IllegalStateException(e.method().method() + " is Java, which is not interpreted");
        }

        @Override
        public Object foreign(Expr.Foreign e) {
            return passed.apply(e, all(e.args()));
        }
    }
}
