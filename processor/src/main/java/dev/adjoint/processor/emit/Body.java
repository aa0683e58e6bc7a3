package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements of a method. */
final class Body implements Stmt.Visitor<@Nullable Void> {
    private final Layout layout;
    private final Nesting nesting;
    private final Locals locals;
    private final Declarations declarations;
    private final Presets presets;
    private final Expressions expressions;
    private final Updates updates;
    private final Names names;
    private final Hints hints;
    private final Map<Var, String> declared = new HashMap<>();
    private Lines out = new Lines();

    private Body(Function function, String packageName) {
        layout = new Layout(function);
        nesting = Nesting.of(function, layout);
        locals = new Locals(function, layout, nesting);
        declarations = new Declarations(function, layout, nesting, locals);
        presets = new Presets(locals);
        expressions = new Expressions(layout, nesting, this::name, packageName);
        updates = new Updates(layout, nesting, expressions);
        names = new Names(Taken.in(function));
        hints = new Hints(v -> declared.get(locals.of(v)));
        function.parameters().forEach(p -> declared.put(p, names.keep(p.name())));
    }

    /** The lines of the body of a function, for a class of that package. */
    static List<String> of(Function function, String packageName) {
        Function tidy = Sinking.in(Tidy.of(function));
        Body body = new Body(tidy, packageName);
        body.block(tidy.body(), List.of());
        return Wrapping.of(body.out.withoutLoneComment().all());
    }

    private String name(Var variable) {
        return java.util.Objects.requireNonNull(declared.get(locals.of(variable)), variable::name);
    }

    /** Prints the block, and at its end the return or the assignment of its yields to the targets. */
    private void block(Block block, List<Var> targets) {
        for (Stmt statement : block.statements()) {
            if (nesting.isNested(statement)) {
                continue;
            }
            declarations.before(statement).forEach(v -> declare(v, statement));
            statement.accept(this);
        }
        end(block, targets);
        out.comment("");
    }

    private void end(Block block, List<Var> targets) {
        if (!Completion.of(block)) {
            return;
        }
        if (!layout.returns(block)) {
            copies(block, targets);
        } else if (!leaves(block)) {
            out.add("return " + expressions.converted(block.yields().get(0)).text() + ";");
        }
    }

    private boolean leaves(Block block) {
        Stmt last = block.statements().isEmpty()
                ? null
                : block.statements().get(block.statements().size() - 1);
        return last != null && layout.leaves(last) && !nesting.isChoice(last);
    }

    private Lines inner(Block block, List<Var> targets) {
        Lines outer = out;
        out = new Lines();
        names.open();
        block(block, targets);
        names.close();
        Lines lines = out;
        out = outer;
        return lines;
    }

    /** Declares the variable, unless the statement itself is its first assignment. */
    private void declare(Var local, Stmt statement) {
        if (!declared.containsKey(local) && !assigns(statement, local)) {
            Operand start = isBranch(statement) ? presets.start((Stmt.If) statement, local) : null;
            String value =
                    start == null ? "" : " = " + expressions.converted(start).text();
            out.add(type(local.type()) + " " + newName(local) + value + ";");
        }
    }

    /** Whether the statement is printed with {@code if} and {@code else}, and control goes on behind both. */
    private boolean isBranch(Stmt statement) {
        return statement instanceof Stmt.If branch
                && !nesting.isChoice(branch)
                && !ends(branch.then())
                && !ends(branch.otherwise());
    }

    private boolean assigns(Stmt statement, Var local) {
        if (statement instanceof Stmt.Let let) {
            return locals.of(let.target()) == local;
        }
        if (statement instanceof Stmt.If branch && nesting.isChoice(branch)) {
            return locals.of(branch.results().get(0)) == local;
        }
        if (statement instanceof Stmt.For loop) {
            return begins(loop.carried(), local);
        }
        return statement instanceof Stmt.While loop && begins(loop.carried(), local);
    }

    private boolean begins(Stmt.Carried carried, Var local) {
        return carried.parameters().stream().anyMatch(p -> locals.of(p) == local);
    }

    private String newName(Var local) {
        String name = names.declare(hints.of(local, layout.binding(local)));
        declared.put(local, name);
        return name;
    }

    private static String type(Type type) {
        return ClassNames.type(type.text());
    }

    /** {@code x = value;}, with the declaration where this is the first time that the variable is met. */
    private void assign(Var target, String value) {
        Var local = locals.of(target);
        String place = declared.containsKey(local) ? name(local) : type(local.type()) + " " + newName(local);
        out.add(place + " = " + value + ";");
    }

    @Override
    public @Nullable Void let(Stmt.Let s) {
        Var local = locals.of(s.target());
        String update = declared.containsKey(local) ? updates.of(name(local), s.value()) : null;
        if (update != null) {
            out.add(update + ";");
        } else {
            assign(s.target(), updates.assigned(s.value()));
        }
        return null;
    }

    private void copies(Block block, List<Var> targets) {
        List<Var> unset = new ArrayList<>();
        List<Operand> sources = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (!presets.isSet(block, locals.of(targets.get(i)))) {
                unset.add(targets.get(i));
                sources.add(block.yields().get(i));
            }
        }
        copies(unset, sources);
    }

    private void copies(List<Var> targets, List<Operand> sources) {
        Copies copies = new Copies();
        for (int i = 0; i < targets.size(); i++) {
            Var target = locals.of(targets.get(i));
            Operand source = sources.get(i);
            Object from = source instanceof Var variable ? locals.of(variable) : source;
            if (target != from) {
                copies.add(target, from, expressions.converted(source).text());
            }
        }
        copies.inOrder(this::assign, this::rescue);
    }

    /** Keeps the variable's value under another name while the variable is assigned. */
    private String rescue(Var local) {
        String name = name(local);
        String old = names.declare("old" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
        out.add(type(local.type()) + " " + old + " = " + name + ";");
        return old;
    }

    @Override
    public @Nullable Void perform(Stmt.Do s) {
        String text = s.value().accept(expressions).text() + ";";
        boolean onlyThrows = s.value() instanceof Expr.Load || s.value() instanceof Expr.NewArray;
        out.add(onlyThrows ? type(s.value().type()) + " " + names.declare("unused") + " = " + text : text);
        return null;
    }

    @Override
    public @Nullable Void store(Stmt.Store s) {
        out.add(updates.store(s) + ";");
        return null;
    }

    @Override
    public @Nullable Void accumulate(Stmt.Accumulate s) {
        out.add(updates.accumulate(s) + ";");
        return null;
    }

    @Override
    public @Nullable Void fill(Stmt.Fill s) {
        out.add(updates.fill(s) + ";");
        return null;
    }

    @Override
    public @Nullable Void copyRange(Stmt.CopyRange s) {
        String arguments = List.of(s.source(), s.sourceFrom(), s.target(), s.targetFrom(), s.length()).stream()
                .map(o -> expressions.exact(o).text())
                .collect(Collectors.joining(", "));
        out.add("System.arraycopy(" + arguments + ");");
        return null;
    }

    @Override
    public @Nullable Void raise(Stmt.Throw s) {
        out.add("throw " + expressions.exact(s.exception()).text() + ";");
        return null;
    }

    @Override
    public @Nullable Void comment(Stmt.Comment s) {
        out.comment(Comments.line(s.text()));
        return null;
    }

    @Override
    public @Nullable Void ifElse(Stmt.If s) {
        if (nesting.isChoice(s)) {
            assign(s.results().get(0), expressions.value(s).text());
        } else if (ends(s.then())) {
            guard(expressions.exact(s.condition()), s.then(), s.otherwise(), s.results());
        } else if (ends(s.otherwise())) {
            guard(expressions.not(s.condition()), s.otherwise(), s.then(), s.results());
        } else {
            branch(s);
        }
        return null;
    }

    private boolean ends(Block arm) {
        return !Completion.of(arm) || layout.returns(arm);
    }

    /** Since control never comes out of the first arm, the other needs no {@code else}. */
    private void guard(Text condition, Block first, Block other, List<Var> results) {
        Lines lines = inner(first, results);
        out.add("if (" + condition.text() + ") {");
        out.addIndented(lines);
        out.add("}");
        block(other, results);
    }

    private void branch(Stmt.If s) {
        Lines then = inner(s.then(), s.results());
        Lines otherwise = inner(s.otherwise(), s.results());
        boolean negated = then.isEmpty() && !otherwise.isEmpty();
        Text condition = negated ? expressions.not(s.condition()) : expressions.exact(s.condition());
        Lines first = negated ? otherwise : then;
        if (first.isLoneBranch() && (negated || otherwise.isEmpty())) {
            out.add("if (" + condition.in(Text.AND) + " && " + first.condition() + ") {");
            out.addAll(first.rest());
            return;
        }
        out.add("if (" + condition.text() + ") {");
        out.addIndented(first);
        if (!negated && otherwise.isBranch()) {
            out.add("} else " + otherwise.first());
            out.addAll(otherwise.rest());
            return;
        }
        if (!negated && !otherwise.isEmpty()) {
            out.add("} else {");
            out.addIndented(otherwise);
        }
        out.add("}");
    }

    @Override
    public @Nullable Void counted(Stmt.For s) {
        presets.begin(s.carried(), this::copies);
        names.open();
        String from = expressions.converted(s.from()).text();
        String bound = expressions.exact(s.bound()).in(Text.RELATIONAL + 1);
        String counter = newName(s.counter());
        String start = type(s.counter().type()) + " " + counter + " = " + from;
        String test = counter + " " + s.relation().symbol() + " " + bound;
        out.add("for (" + start + "; " + test + "; " + step(counter, s.step()) + ") {");
        out.addIndented(inner(s.body(), s.carried().parameters()));
        out.add("}");
        names.close();
        return null;
    }

    private static String step(String counter, int step) {
        if (step == 1 || step == -1) {
            return counter + (step > 0 ? "++" : "--");
        }
        return step > 0 ? counter + " += " + step : counter + " -= " + -step;
    }

    @Override
    public @Nullable Void loop(Stmt.While s) {
        presets.begin(s.carried(), this::copies);
        Operand goesOn = s.condition().yields().get(0);
        names.open();
        if (s.condition().statements().stream().allMatch(nesting::isNested) && !isConstant(goesOn)) {
            out.add("while (" + expressions.exact(goesOn).text() + ") {");
        } else {
            out.add("while (true) {");
            out.addIndented(condition(s.condition(), goesOn));
        }
        out.addIndented(inner(s.body(), s.carried().parameters()));
        out.add("}");
        names.close();
        return null;
    }

    /** Whether javac knows the value, and with it which code is never reached. */
    private boolean isConstant(Operand condition) {
        Set<Var> read = new HashSet<>();
        nesting.leaves(condition, read::add);
        return read.isEmpty() && !condition.equals(Literal.of(true));
    }

    private Lines condition(Block condition, Operand goesOn) {
        Lines outer = out;
        out = new Lines();
        block(new Block(condition.statements(), List.of()), List.of());
        out.add("if (" + expressions.not(goesOn).text() + ") {");
        out.add("  break;");
        out.add("}");
        Lines lines = out;
        out = outer;
        return lines;
    }

    @Override
    public @Nullable Void choose(Stmt.Switch s) {
        String selector = expressions.exact(s.selector()).text();
        out.add("switch (" + selector + ") {");
        for (Stmt.Case arm : s.cases()) {
            arm("case " + String.join(", ", arm.labels()), arm.body(), s.results());
        }
        arm("default", s.otherwise(), s.results());
        out.add("}");
        return null;
    }

    private void arm(String label, Block block, List<Var> results) {
        Lines lines = inner(block, results);
        out.add("  " + label + " -> {" + (lines.isEmpty() ? "}" : ""));
        if (!lines.isEmpty()) {
            lines.all().forEach(l -> out.add("    " + l));
            out.add("  }");
        }
    }

    @Override
    public @Nullable Void guarded(Stmt.Try s) {
        out.add("try {");
        out.addIndented(inner(s.body(), s.results()));
        for (Stmt.Handler handler : s.handlers()) {
            names.open();
            String caught = ClassNames.type(handler.types()) + " " + newName(handler.exception());
            out.add("} catch (" + caught + ") {");
            out.addIndented(inner(handler.body(), s.results()));
            names.close();
        }
        if (s.last() != null) {
            out.add("} finally {");
            out.addIndented(inner(s.last(), List.of()));
        }
        out.add("}");
        return null;
    }
}
