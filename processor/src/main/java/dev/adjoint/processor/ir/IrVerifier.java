package dev.adjoint.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what every stage may rely on: each variable is bound once, before its uses and where these can see it, and the
 * types of operands fit what takes them.
 */
public final class IrVerifier implements Stmt.Visitor<@Nullable Void> {
    private final Function function;
    private final @Nullable Program program;
    private final Set<Var> bound = new HashSet<>();
    private Set<Var> visible = new HashSet<>();
    private String place = "";

    private IrVerifier(Function function, @Nullable Program program) {
        this.function = function;
        this.program = program;
    }

    /** Checks all functions, and that calls fit the functions they call. */
    public static void verify(Program program) {
        program.all().forEach(f -> new IrVerifier(f, program).function());
    }

    /**
     * Checks a function by itself.
     *
     * @throws IllegalStateException that says what is wrong and where
     */
    public static void verify(Function function) {
        new IrVerifier(function, null).function();
    }

    private void function() {
        place = "the parameters";
        bindAll(function.parameters());
        block(function.body(), function.result() == null ? List.of() : List.of(function.result()), "the function");
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException(
                    problem + "\n  in " + place + "\n  in " + function.key() + ":\n" + IrPrinter.print(function));
        }
    }

    private void bindAll(List<Var> variables) {
        variables.forEach(this::bind);
    }

    private void bind(Var variable) {
        check(bound.add(variable), "variable " + variable + " is bound twice");
        visible.add(variable);
    }

    private void use(Operand operand) {
        if (operand instanceof Var variable && !visible.contains(variable)) {
            String why = bound.contains(variable) ? "is bound in a block that ends before this" : "is not bound before";
            check(false, "variable " + variable + " " + why);
        }
        if (operand instanceof Literal literal) {
            check(LiteralTypes.fits(literal), "literal " + literal + " does not fit the type " + text(literal.type()));
        }
    }

    /** Checks a use where one type is expected. */
    private void use(Operand operand, Type expected, String role) {
        use(operand);
        boolean fits = fits(operand.type(), expected)
                || (operand instanceof Literal literal && literal.value() == null && !(expected instanceof Primitive));
        check(fits, role + " " + operand + " is " + text(operand.type()) + ", not " + text(expected));
    }

    private static String text(Type type) {
        return type.text();
    }

    /** Which objects are objects of which class is the compiler's business. */
    private static boolean fits(Type type, Type expected) {
        return type.equals(expected) || (type instanceof OpaqueType && expected instanceof OpaqueType);
    }

    private static boolean isOfRecords(Type type) {
        return (type instanceof ArrayType array ? array.base() : type) instanceof RecordType;
    }

    private void block(Block block, List<? extends Type> yields, String owner) {
        Set<Var> outer = visible;
        visible = new HashSet<>(outer);
        String outerPlace = place;
        for (Stmt statement : block.statements()) {
            place = describe(statement);
            statement.accept(this);
        }
        place = "the yields of " + owner;
        if (completes(block)) {
            yields(block, yields);
        }
        place = outerPlace;
        visible = outer;
    }

    /** A record, or an array of records, may be handed on in one piece or in its components. */
    private void yields(Block block, List<? extends Type> types) {
        int count = block.yields().size();
        if (types.size() == 1 && isOfRecords(types.get(0)) && count != 1) {
            block.yields().forEach(this::use);
            return;
        }
        check(count == types.size(), count + " values are handed on, " + types.size() + " are expected");
        for (int i = 0; i < count; i++) {
            use(block.yields().get(i), types.get(i), "value");
        }
    }

    /** Whether the end of the block may be reached, as far as its own last statement tells. */
    private static boolean completes(Block block) {
        if (block.statements().isEmpty()) {
            return true;
        }
        Stmt last = block.statements().get(block.statements().size() - 1);
        List<Block> arms = Parts.of(last).blocks();
        boolean branch = last instanceof Stmt.If || last instanceof Stmt.Switch;
        return !(last instanceof Stmt.Throw) && (!branch || arms.stream().anyMatch(IrVerifier::completes));
    }

    private static String describe(Stmt statement) {
        Parts parts = Parts.of(statement);
        String binds = parts.bound().isEmpty() ? "" : " of " + parts.bound();
        return "the " + statement.getClass().getSimpleName() + binds + " with " + parts.operands();
    }

    private static List<Type> types(List<Var> variables) {
        return variables.stream().map(Var::type).toList();
    }

    @Override
    public @Nullable Void let(Stmt.Let s) {
        boolean nothing = s.value() instanceof Expr.Call call && call.result() == null
                || s.value() instanceof Expr.GivenCall given && !given.isFunction();
        check(!nothing, "a call without result has no value");
        expression(s.value());
        String types =
                text(s.value().type()) + " value for the " + text(s.target().type()) + " variable " + s.target();
        check(fits(s.value().type(), s.target().type()), types);
        bind(s.target());
        return null;
    }

    private void expression(Expr value) {
        value.operands().forEach(this::use);
        value.accept(new ExpressionTypes(this::use, this::check));
        if (value instanceof Expr.Call call && program != null) {
            call(call);
        }
    }

    private void call(Expr.Call call) {
        check(Objects.requireNonNull(program).contains(call.function()), "no function " + call.function());
        Function callee = program.get(call.function());
        check(
                Objects.equals(callee.result(), call.result()),
                "the result of " + call.function() + " is of another type");
        check(
                callee.parameters().size() == call.args().size(),
                call.args().size() + " arguments for " + callee.parameters().size() + " parameters");
        for (int i = 0; i < call.args().size(); i++) {
            use(call.args().get(i), callee.parameters().get(i).type(), "argument");
        }
    }

    @Override
    public @Nullable Void perform(Stmt.Do s) {
        expression(s.value());
        return null;
    }

    private void element(Operand array, Operand index, Operand value) {
        use(array);
        check(array.type().isArray(), array + " is " + text(array.type()) + ", not an array");
        use(index, Primitive.INT, "index");
        use(value, array.type().element(), "value");
    }

    @Override
    public @Nullable Void store(Stmt.Store s) {
        element(s.array(), s.index(), s.value());
        return null;
    }

    @Override
    public @Nullable Void accumulate(Stmt.Accumulate s) {
        element(s.array(), s.index(), s.value());
        Type type = s.array().type().element();
        boolean number = type instanceof Primitive primitive && primitive.compareTo(Primitive.INT) >= 0;
        check(number, "an element of type " + text(type) + " is accumulated to");
        return null;
    }

    @Override
    public @Nullable Void fill(Stmt.Fill s) {
        element(s.array(), s.from(), s.value());
        use(s.to(), Primitive.INT, "end");
        return null;
    }

    @Override
    public @Nullable Void copyRange(Stmt.CopyRange s) {
        use(s.source());
        check(s.source().type().isArray(), s.source() + " is not an array");
        use(s.target(), s.source().type(), "target");
        List.of(s.sourceFrom(), s.targetFrom(), s.length()).forEach(o -> use(o, Primitive.INT, "position"));
        return null;
    }

    @Override
    public @Nullable Void ifElse(Stmt.If s) {
        use(s.condition(), Primitive.BOOLEAN, "condition");
        block(s.then(), types(s.results()), "the arm of an if");
        block(s.otherwise(), types(s.results()), "the else of an if");
        bindAll(s.results());
        return null;
    }

    private void carried(Stmt.Carried carried) {
        for (int i = 0; i < carried.parameters().size(); i++) {
            Type type = carried.parameters().get(i).type();
            use(carried.initial().get(i), type, "first value");
            check(carried.results().get(i).type().equals(type), "a loop's result differs in type from its parameter");
        }
    }

    @Override
    public @Nullable Void counted(Stmt.For s) {
        carried(s.carried());
        use(s.from(), s.counter().type(), "first count");
        use(s.bound(), s.counter().type(), "bound");
        boolean up = s.relation() == Stmt.Relation.LT || s.relation() == Stmt.Relation.LE;
        check(up ? s.step() > 0 : s.step() < 0, "step " + s.step() + " leads away from the bound");
        Set<Var> outer = visible;
        visible = new HashSet<>(outer);
        bind(s.counter());
        bindAll(s.carried().parameters());
        block(s.body(), types(s.carried().parameters()), "a counted loop");
        visible = outer;
        bindAll(s.carried().results());
        return null;
    }

    @Override
    public @Nullable Void loop(Stmt.While s) {
        carried(s.carried());
        Set<Var> outer = visible;
        visible = new HashSet<>(outer);
        bindAll(s.carried().parameters());
        block(s.condition(), List.of(Primitive.BOOLEAN), "the condition of a loop");
        block(s.body(), types(s.carried().parameters()), "a loop");
        visible = outer;
        bindAll(s.carried().results());
        return null;
    }

    @Override
    public @Nullable Void choose(Stmt.Switch s) {
        use(s.selector());
        s.cases().forEach(c -> block(c.body(), types(s.results()), "the case " + c.labels()));
        block(s.otherwise(), types(s.results()), "the default of a switch");
        bindAll(s.results());
        return null;
    }

    @Override
    public @Nullable Void raise(Stmt.Throw s) {
        use(s.exception());
        check(!(s.exception().type() instanceof Primitive), "a primitive is thrown");
        return null;
    }

    @Override
    public @Nullable Void guarded(Stmt.Try s) {
        block(s.body(), types(s.results()), "the body of a try");
        for (Stmt.Handler handler : s.handlers()) {
            Set<Var> outer = visible;
            visible = new HashSet<>(outer);
            bind(handler.exception());
            block(handler.body(), types(s.results()), "the handler of " + handler.types());
            visible = outer;
        }
        if (s.last() != null) {
            block(s.last(), List.of(), "a finally");
        }
        bindAll(s.results());
        return null;
    }

    @Override
    public @Nullable Void comment(Stmt.Comment s) {
        return null;
    }
}
