package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies code statement by statement. As it stands it gives the same code with replaced operands; a stage overrides the
 * methods of the statements it changes, which append what they want to {@link #out()}. A replacement is made before the
 * variable's uses are met, which code in static single assignment form always allows. What binds a variable and is not
 * changed stays the same object; a write is always a new one, as a copy of it may come to stand beside it, and analyses
 * tell statements and expressions apart by their objects.
 */
public class Rewriter implements Stmt.Visitor<Void> {
    private final Map<Var, Operand> replacements = new HashMap<>();
    private BlockBuilder out = new BlockBuilder();

    /** Rewrites the body of a function. */
    public Function function(Function function) {
        List<Var> parameters = bindings(function.parameters());
        Block body = block(function.body());
        return parameters == function.parameters() && body == function.body()
                ? function
                : new Function(function.key(), parameters, body, function.result());
    }

    /** Rewrites a block in a builder of its own. */
    public Block block(Block block) {
        BlockBuilder outer = out;
        out = new BlockBuilder();
        try {
            statements(block.statements());
            return block.with(out.statements(), operands(block.yields()));
        } finally {
            out = outer;
        }
    }

    /** Appends the rewritten statements to the block under construction. */
    public void statements(List<Stmt> statements) {
        statements.forEach(s -> s.accept(this));
    }

    /** The block under construction. */
    protected BlockBuilder out() {
        return out;
    }

    /** From now on the variable is that operand, which belongs to the new code. */
    public void replace(Var variable, Operand by) {
        replacements.put(variable, by);
    }

    /** What stands for the operand in the new code. */
    public Operand operand(Operand operand) {
        return operand instanceof Var variable ? replacements.getOrDefault(variable, variable) : operand;
    }

    /** What stands for the operands in the new code. */
    public List<Operand> operands(List<Operand> operands) {
        return Operand.replaced(operands, this::operand);
    }

    /** The expression over the new operands; the same object if these are the old ones. */
    protected Expr expression(Expr expression) {
        for (Operand operand : expression.operands()) {
            if (operand(operand) != operand) {
                return expression.map(this::operand);
            }
        }
        return expression;
    }

    /** The variable to bind where the old code binds this one; it stays the same unless overridden. */
    protected Var binding(Var variable) {
        return variable;
    }

    protected List<Var> bindings(List<Var> variables) {
        return Operand.replaced(variables, this::binding);
    }

    @Override
    public Void let(Stmt.Let s) {
        Expr value = expression(s.value());
        Var target = binding(s.target());
        out.add(target == s.target() ? s.with(value) : new Stmt.Let(target, value));
        return null;
    }

    @Override
    public Void perform(Stmt.Do s) {
        out.add(new Stmt.Do(expression(s.value())));
        return null;
    }

    @Override
    public Void store(Stmt.Store s) {
        out.add(new Stmt.Store(operand(s.array()), operand(s.index()), operand(s.value())));
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        out.add(new Stmt.Accumulate(operand(s.array()), operand(s.index()), operand(s.value())));
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        out.add(new Stmt.Fill(operand(s.array()), operand(s.from()), operand(s.to()), operand(s.value())));
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        out.add(new Stmt.CopyRange(
                operand(s.source()),
                operand(s.sourceFrom()),
                operand(s.target()),
                operand(s.targetFrom()),
                operand(s.length())));
        return null;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        Operand condition = operand(s.condition());
        Block then = block(s.then());
        Block otherwise = block(s.otherwise());
        out.add(s.with(condition, then, otherwise, bindings(s.results())));
        return null;
    }

    @Override
    public Void counted(Stmt.For s) {
        Operand from = operand(s.from());
        Operand bound = operand(s.bound());
        List<Operand> initial = operands(s.carried().initial());
        Var counter = binding(s.counter());
        List<Var> parameters = bindings(s.carried().parameters());
        Block body = block(s.body());
        Stmt.Carried carried =
                s.carried().with(parameters, initial, bindings(s.carried().results()));
        boolean same = from == s.from() && bound == s.bound() && counter == s.counter();
        out.add(
                same
                        ? s.with(carried, body)
                        : new Stmt.For(counter, from, s.relation(), bound, s.step(), carried, body, s.checkpoints()));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        List<Operand> initial = operands(s.carried().initial());
        List<Var> parameters = bindings(s.carried().parameters());
        Block condition = block(s.condition());
        Block body = block(s.body());
        Stmt.Carried carried =
                s.carried().with(parameters, initial, bindings(s.carried().results()));
        out.add(s.with(carried, condition, body));
        return null;
    }

    @Override
    public Void choose(Stmt.Switch s) {
        Operand selector = operand(s.selector());
        List<Stmt.Case> cases = new ArrayList<>();
        s.cases().forEach(c -> cases.add(new Stmt.Case(c.labels(), block(c.body()))));
        Block otherwise = block(s.otherwise());
        out.add(new Stmt.Switch(selector, cases, otherwise, bindings(s.results())));
        return null;
    }

    @Override
    public Void raise(Stmt.Throw s) {
        out.add(new Stmt.Throw(operand(s.exception())));
        return null;
    }

    @Override
    public Void guarded(Stmt.Try s) {
        Block body = block(s.body());
        List<Stmt.Handler> handlers = new ArrayList<>();
        for (Stmt.Handler handler : s.handlers()) {
            Var exception = binding(handler.exception());
            handlers.add(new Stmt.Handler(handler.types(), exception, block(handler.body())));
        }
        Block last = s.last() == null ? null : block(s.last());
        out.add(new Stmt.Try(body, handlers, last, bindings(s.results())));
        return null;
    }

    @Override
    public Void comment(Stmt.Comment s) {
        out.add(s);
        return null;
    }
}
