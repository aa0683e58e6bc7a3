package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes variables of the elements of small arrays. What an element holds is known at each point of the program; where paths
 * meet, the elements that were written on one of them are handed on like any other variable. A copy from another array
 * becomes reads, of which the first one outside fails as the copy would have.
 */
final class ScalarReplacement extends Rewriter {
    private final SmallArrays small;
    private final References references;
    private final Set<Var> derivative;
    private final Set<Var> checked;
    private Map<Var, Operand[]> elements = new HashMap<>();

    private ScalarReplacement(SmallArrays small, References references, Set<Var> derivative, Set<Var> checked) {
        this.small = small;
        this.references = references;
        this.derivative = derivative;
        this.checked = checked;
    }

    /**
     * Replaces what can be.
     *
     * @param derivative new variables that hold derivatives are added to it
     * @param checked reads in the place of a copy into one of these arrays are added to it
     */
    static Function run(Function function, Set<Var> derivative, Set<Var> checked) {
        References references = References.of(function, derivative);
        SmallArrays small = SmallArrays.of(function, references);
        return small.isEmpty()
                ? function
                : new ScalarReplacement(small, references, derivative, checked).function(function);
    }

    /** An element of a small array. */
    private record Slot(Var array, int index) {}

    private Operand value(Slot slot) {
        return elements.get(slot.array())[slot.index()];
    }

    private void write(Operand array, int index, Operand value) {
        elements.get(array)[index] = value;
    }

    private static int number(Operand index) {
        return (Integer) ((Literal) index).value();
    }

    /** A new variable for an element. */
    private Var variable(Slot slot) {
        String name = small.length(slot.array()) == 1
                ? slot.array().name()
                : slot.array().name() + slot.index();
        Var made = new Var(name, slot.array().type().element());
        if (references.holdsDerivatives(slot.array())) {
            derivative.add(made);
        }
        return made;
    }

    // ----------------------------------------------------------------------------------- single statements

    @Override
    public Void let(Stmt.Let s) {
        Expr value = s.value();
        if (small.contains(s.target())) {
            elements.put(s.target(), initial(s.target(), value));
        } else if (value instanceof Expr.Load load && small.contains(load.array())) {
            replace(s.target(), value(new Slot((Var) load.array(), number(load.index()))));
        } else if (value instanceof Expr.Length length && small.contains(length.array())) {
            replace(s.target(), Literal.of(small.length((Var) length.array())));
        } else if (value instanceof Expr.Clone clone && small.contains(clone.array())) {
            List<Operand> all = List.of(elements.get(clone.array()));
            out().add(new Stmt.Let(binding(s.target()), new Expr.ArrayOf((ArrayType) clone.type(), all)));
        } else {
            return super.let(s);
        }
        return null;
    }

    /** A read within the array has nothing to throw. */
    @Override
    public Void perform(Stmt.Do s) {
        boolean within = s.value() instanceof Expr.Load load && small.contains(load.array());
        return within ? null : super.perform(s);
    }

    private Operand[] initial(Var target, Expr value) {
        if (value instanceof Expr.ArrayOf array) {
            return operands(array.elements()).toArray(Operand[]::new);
        }
        if (value instanceof Expr.NewArray array) {
            return zeros(target, array);
        }
        return elements.get(value.operands().get(0)).clone();
    }

    private Operand[] zeros(Var target, Expr.NewArray array) {
        Operand[] all = new Operand[small.length(target)];
        for (int i = 0; i < all.length; i++) {
            all[i] = array.arrayType().element() instanceof ArrayType row
                    ? row(new Slot(target, i), row, array.dimensions())
                    : Literal.zero(array.arrayType().element());
        }
        return all;
    }

    private Var row(Slot slot, ArrayType type, List<Operand> dimensions) {
        Var row = variable(slot);
        out().add(new Stmt.Let(row, new Expr.NewArray(type, dimensions.subList(1, dimensions.size()))));
        return row;
    }

    @Override
    public Void store(Stmt.Store s) {
        if (!small.contains(s.array())) {
            return super.store(s);
        }
        write(s.array(), number(s.index()), operand(s.value()));
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        if (!small.contains(s.array())) {
            return super.accumulate(s);
        }
        Slot slot = new Slot((Var) s.array(), number(s.index()));
        Op plus = Op.infix("+", (Primitive) s.array().type().element());
        Var sum = variable(slot);
        out().add(new Stmt.Let(sum, new Expr.Apply(plus, List.of(value(slot), operand(s.value())))));
        write(s.array(), slot.index(), sum);
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        if (!small.contains(s.array())) {
            return super.fill(s);
        }
        for (int i = number(s.from()); i < number(s.to()); i++) {
            write(s.array(), i, operand(s.value()));
        }
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        if (!small.contains(s.target())) {
            return super.copyRange(s);
        }
        Operand[] copied = new Operand[number(s.length())];
        for (int i = 0; i < copied.length; i++) {
            copied[i] = small.contains(s.source())
                    ? value(new Slot((Var) s.source(), number(s.sourceFrom()) + i))
                    : read(s, i);
        }
        System.arraycopy(copied, 0, elements.get(s.target()), number(s.targetFrom()), copied.length);
        return null;
    }

    private Var read(Stmt.CopyRange s, int i) {
        Operand from = operand(s.sourceFrom());
        Operand at = i == 0 ? from : out().infix("at", "+", from, Literal.of(i));
        Var element = variable(new Slot((Var) s.target(), number(s.targetFrom()) + i));
        if (checked.contains(s.target())) {
            checked.add(element);
        }
        out().add(new Stmt.Let(element, new Expr.Load(operand(s.source()), at)));
        return element;
    }

    // ------------------------------------------------------------------------------------------- regions

    /** The elements that the blocks write, of arrays that are there before. */
    private List<Slot> written(Stmt statement) {
        Set<Slot> slots = new LinkedHashSet<>();
        Parts.of(statement).blocks().forEach(b -> b.statements().forEach(s -> collect(s, slots)));
        return slots.stream().filter(slot -> elements.containsKey(slot.array())).toList();
    }

    private void collect(Stmt statement, Set<Slot> slots) {
        if (statement instanceof Stmt.Store s) {
            collect(s.array(), s.index(), 1, slots);
        } else if (statement instanceof Stmt.Accumulate s) {
            collect(s.array(), s.index(), 1, slots);
        } else if (statement instanceof Stmt.Fill s && small.contains(s.array())) {
            collect(s.array(), s.from(), number(s.to()) - number(s.from()), slots);
        } else if (statement instanceof Stmt.CopyRange s && small.contains(s.target())) {
            collect(s.target(), s.targetFrom(), number(s.length()), slots);
        }
        Parts.of(statement).blocks().forEach(b -> b.statements().forEach(inner -> collect(inner, slots)));
    }

    private void collect(Operand array, Operand from, int length, Set<Slot> slots) {
        for (int i = 0; i < length && small.contains(array); i++) {
            slots.add(new Slot((Var) array, number(from) + i));
        }
    }

    private Map<Var, Operand[]> snapshot() {
        Map<Var, Operand[]> copy = new HashMap<>();
        elements.forEach((array, values) -> copy.put(array, values.clone()));
        return copy;
    }

    /** Binds variables in the place of some, with the elements in the place of a small array, and then for the slots. */
    private List<Var> bind(List<Var> variables, List<Slot> slots) {
        List<Var> bound = new ArrayList<>();
        for (Var variable : variables) {
            bound.addAll(small.contains(variable) ? bind(variable) : List.of(binding(variable)));
        }
        for (Slot slot : slots) {
            Var element = variable(slot);
            write(slot.array(), slot.index(), element);
            bound.add(element);
        }
        return bound;
    }

    private List<Var> bind(Var array) {
        Var[] made = new Var[small.length(array)];
        for (int i = 0; i < made.length; i++) {
            made[i] = variable(new Slot(array, i));
        }
        elements.put(array, Arrays.copyOf(made, made.length, Operand[].class));
        return List.of(made);
    }

    /** What is handed to those receivers, and then the slots. */
    private List<Operand> handed(List<Operand> values, List<Var> receivers, List<Slot> slots) {
        List<Operand> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Var receiver = receivers.get(i);
            if (!small.contains(receiver)) {
                all.add(operand(values.get(i)));
            } else {
                all.addAll(List.of(elements.getOrDefault(values.get(i), nothing(receiver))));
            }
        }
        slots.forEach(slot -> all.add(value(slot)));
        return all;
    }

    /** A block that throws hands on nothing. */
    private Operand[] nothing(Var receiver) {
        Operand[] zeros = new Operand[small.length(receiver)];
        Type element = receiver.type().element();
        Arrays.fill(zeros, Literal.zero(element));
        return zeros;
    }

    /** The block on its own, handing on to those receivers. */
    private Block arm(Block block, List<Var> receivers, List<Slot> slots) {
        Map<Var, Operand[]> before = snapshot();
        Block inner = block(new Block(block.statements(), List.of()));
        Block done = new Block(inner.statements(), handed(block.yields(), receivers, slots));
        elements = before;
        return done;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        List<Slot> slots = written(s);
        Operand condition = operand(s.condition());
        Block then = arm(s.then(), s.results(), slots);
        Block otherwise = arm(s.otherwise(), s.results(), slots);
        out().add(new Stmt.If(condition, then, otherwise, bind(s.results(), slots)));
        return null;
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Slot> slots = written(s);
        Operand selector = operand(s.selector());
        List<Stmt.Case> cases = new ArrayList<>();
        s.cases().forEach(c -> cases.add(new Stmt.Case(c.labels(), arm(c.body(), s.results(), slots))));
        Block otherwise = arm(s.otherwise(), s.results(), slots);
        out().add(new Stmt.Switch(selector, cases, otherwise, bind(s.results(), slots)));
        return null;
    }

    @Override
    public Void counted(Stmt.For s) {
        List<Slot> slots = written(s);
        Operand from = operand(s.from());
        Operand bound = operand(s.bound());
        List<Operand> initial = handed(s.carried().initial(), s.carried().parameters(), slots);
        Map<Var, Operand[]> before = snapshot();
        List<Var> parameters = bind(s.carried().parameters(), slots);
        Block body = arm(s.body(), s.carried().parameters(), slots);
        elements = before;
        Stmt.Carried carried =
                new Stmt.Carried(parameters, initial, bind(s.carried().results(), slots));
        out().add(new Stmt.For(
                binding(s.counter()), from, s.relation(), bound, s.step(), carried, body, s.checkpoints()));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        List<Slot> slots = written(s);
        List<Operand> initial = handed(s.carried().initial(), s.carried().parameters(), slots);
        Map<Var, Operand[]> before = snapshot();
        List<Var> parameters = bind(s.carried().parameters(), slots);
        Block condition = block(s.condition());
        Block body = arm(s.body(), s.carried().parameters(), slots);
        elements = before;
        Stmt.Carried carried =
                new Stmt.Carried(parameters, initial, bind(s.carried().results(), slots));
        out().add(new Stmt.While(carried, condition, body));
        return null;
    }
}
