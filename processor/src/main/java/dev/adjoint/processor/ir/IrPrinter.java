package dev.adjoint.processor.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Functions as text that looks like Java, for tracing: one line for each statement, nothing left out and nothing nested.
 * A block ends with the values it hands on. Variables of one name are told apart by a number, {@code x#2}. The text is
 * the same for the same function.
 */
public final class IrPrinter {
    private final StringBuilder text = new StringBuilder();
    private final Map<Var, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Stmt.Visitor<Void> statements = new Statements();
    private final Expr.Visitor<String> expressions = new Expressions();
    private int depth;

    private IrPrinter() {}

    /** All functions of the program, in their order. */
    public static String print(Program program) {
        StringBuilder all = new StringBuilder();
        program.all().forEach(f -> all.append(print(f)));
        return all.toString();
    }

    public static String print(Function function) {
        IrPrinter printer = new IrPrinter();
        printer.function(function);
        return printer.text.toString();
    }

    private void function(Function function) {
        String result = function.result() == null ? "void" : function.result().text();
        String name = function.key().name() + "(" + declared(function.parameters()) + ")";
        line(result + " " + name + " { // " + function.key());
        block(function.body(), "return");
        line("}");
    }

    private void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    private void block(Block block, String handOn) {
        depth++;
        block.statements().forEach(s -> s.accept(statements));
        if (!block.yields().isEmpty()) {
            line(handOn + " " + list(block.yields()) + ";");
        }
        depth--;
    }

    private String name(Var variable) {
        return names.computeIfAbsent(variable, v -> {
            int count = counts.merge(v.name(), 1, Integer::sum);
            return count == 1 ? v.name() : v.name() + "#" + count;
        });
    }

    private String text(Operand operand) {
        return operand instanceof Var variable ? name(variable) : literal((Literal) operand);
    }

    private static String literal(Literal literal) {
        if (literal.value() instanceof String s) {
            return "\"" + s.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + "\"";
        }
        if (literal.value() instanceof Character c) {
            return "'" + (char) c + "'";
        }
        String suffix = literal.type() == Primitive.FLOAT ? "f" : literal.type() == Primitive.LONG ? "L" : "";
        return literal + suffix;
    }

    private String list(List<? extends Operand> operands) {
        return operands.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String declared(List<Var> variables) {
        return variables.stream().map(this::declared).collect(Collectors.joining(", "));
    }

    private String declared(Var variable) {
        return variable.type().text() + " " + name(variable);
    }

    private String results(List<Var> results) {
        return results.isEmpty() ? "" : "(" + declared(results) + ") = ";
    }

    private String carried(Stmt.Carried carried) {
        return carried.parameters().isEmpty()
                ? ""
                : " carrying (" + declared(carried.parameters()) + ") = (" + list(carried.initial()) + ")";
    }

    private final class Statements implements Stmt.Visitor<Void> {
        @Override
        public Void let(Stmt.Let s) {
            String value = s.value().accept(expressions);
            line(declared(s.target()) + " = " + value + ";");
            return null;
        }

        @Override
        public Void perform(Stmt.Do s) {
            line(s.value().accept(expressions) + ";");
            return null;
        }

        @Override
        public Void store(Stmt.Store s) {
            line(text(s.array()) + "[" + text(s.index()) + "] = " + text(s.value()) + ";");
            return null;
        }

        @Override
        public Void accumulate(Stmt.Accumulate s) {
            line(text(s.array()) + "[" + text(s.index()) + "] += " + text(s.value()) + ";");
            return null;
        }

        @Override
        public Void fill(Stmt.Fill s) {
            line("fill(" + list(List.of(s.array(), s.from(), s.to(), s.value())) + ");");
            return null;
        }

        @Override
        public Void copyRange(Stmt.CopyRange s) {
            List<Operand> all = List.of(s.source(), s.sourceFrom(), s.target(), s.targetFrom(), s.length());
            line("arraycopy(" + list(all) + ");");
            return null;
        }

        @Override
        public Void ifElse(Stmt.If s) {
            line(results(s.results()) + "if (" + text(s.condition()) + ") {");
            block(s.then(), "yield");
            if (!s.otherwise().equals(Block.EMPTY)) {
                line("} else {");
                block(s.otherwise(), "yield");
            }
            line("}");
            return null;
        }

        @Override
        public Void counted(Stmt.For s) {
            String carried = carried(s.carried());
            String start = declared(s.counter()) + " = " + text(s.from());
            String counter = name(s.counter());
            String test = counter + " " + s.relation().symbol() + " " + text(s.bound());
            String step = counter + " += " + s.step();
            String slots =
                    s.checkpoints() == null ? "" : " slots " + s.checkpoints().slots();
            line(results(s.carried().results()) + "for (" + start + "; " + test + "; " + step + ")" + carried + slots
                    + " {");
            block(s.body(), "next");
            line("}");
            return null;
        }

        @Override
        public Void loop(Stmt.While s) {
            line(results(s.carried().results()) + "while" + carried(s.carried()) + " {");
            block(s.condition(), "while");
            line("} do {");
            block(s.body(), "next");
            line("}");
            return null;
        }

        @Override
        public Void choose(Stmt.Switch s) {
            line(results(s.results()) + "switch (" + text(s.selector()) + ") {");
            for (Stmt.Case arm : s.cases()) {
                line("case " + String.join(", ", arm.labels()) + " -> {");
                block(arm.body(), "yield");
                line("}");
            }
            line("default -> {");
            block(s.otherwise(), "yield");
            line("}");
            line("}");
            return null;
        }

        @Override
        public Void raise(Stmt.Throw s) {
            line("throw " + text(s.exception()) + ";");
            return null;
        }

        @Override
        public Void guarded(Stmt.Try s) {
            line(results(s.results()) + "try {");
            block(s.body(), "yield");
            for (Stmt.Handler handler : s.handlers()) {
                line("} catch (" + handler.types() + " " + name(handler.exception()) + ") {");
                block(handler.body(), "yield");
            }
            if (s.last() != null) {
                line("} finally {");
                block(s.last(), "yield");
            }
            line("}");
            return null;
        }

        @Override
        public Void comment(Stmt.Comment s) {
            line("// " + s.text().replace("\n", " "));
            return null;
        }
    }

    private final class Expressions implements Expr.Visitor<String> {
        @Override
        public String apply(Expr.Apply e) {
            return switch (e.op().form()) {
                case PREFIX -> e.op().name() + text(e.args().get(0));
                case INFIX ->
                    text(e.args().get(0)) + " " + e.op().name() + " "
                            + text(e.args().get(1));
                case CAST -> "(" + e.type().text() + ") " + text(e.args().get(0));
                case CALL -> e.op().name() + "(" + list(e.args()) + ")";
            };
        }

        @Override
        public String copyOf(Expr.Copy e) {
            return text(e.value());
        }

        @Override
        public String load(Expr.Load e) {
            return text(e.array()) + "[" + text(e.index()) + "]";
        }

        @Override
        public String length(Expr.Length e) {
            return text(e.array()) + ".length";
        }

        @Override
        public String newArray(Expr.NewArray e) {
            return "new " + e.arrayType().text() + " of (" + list(e.dimensions()) + ")";
        }

        @Override
        public String stop(Expr.Stop e) {
            return "stop(" + text(e.value()) + ")";
        }

        @Override
        public String arrayOf(Expr.ArrayOf e) {
            return "new " + e.arrayType().text() + " {" + list(e.elements()) + "}";
        }

        @Override
        public String cloneOf(Expr.Clone e) {
            return text(e.array()) + ".clone()";
        }

        @Override
        public String reuse(Expr.Reuse e) {
            return "reuse(" + text(e.array()) + ")";
        }

        @Override
        public String grow(Expr.Grow e) {
            return "grow(" + list(e.operands()) + ")";
        }

        @Override
        public String construct(Expr.Construct e) {
            return "new " + e.recordType().name() + "(" + list(e.components()) + ")";
        }

        @Override
        public String field(Expr.Field e) {
            return text(e.record()) + "." + e.component() + "()";
        }

        @Override
        public String call(Expr.Call e) {
            return e.function().id() + "(" + list(e.args()) + ")";
        }

        @Override
        public String given(Expr.GivenCall e) {
            return e.method().method() + "(" + list(e.args()) + ")";
        }

        @Override
        public String foreign(Expr.Foreign e) {
            StringBuilder passed = new StringBuilder("java{").append(e.pieces().get(0));
            for (int i = 0; i < e.args().size(); i++) {
                passed.append('(').append(text(e.args().get(i))).append(')');
                passed.append(e.pieces().get(i + 1));
            }
            return passed.append('}').toString();
        }
    }
}
