package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Which variables are written as part of the one expression that uses them, and which branches are written as
 * conditional expressions. {@link Order} then takes back what would change the order of effects.
 */
final class Nesting {
    private static final int LINE = 96;
    private static final int CONDITIONAL = 72;
    private static final int GATHERED = 84;
    private static final int CONTINUED = 48;
    private static final Pattern TEMPORARY = Pattern.compile("t\\d*(Bar|Dot)*");

    /** What uses an operand. */
    private enum Slot {
        /** An expression or statement in its place. */
        PLACE,
        /** Java text of which we do not know when, and whether, it evaluates the operand. */
        TEXT,
        /** The bound of a counted loop, evaluated in each iteration. */
        BOUND,
        /** The end of the function, or the value of a branch, where a name would be used only to be given up. */
        END
    }

    private final Layout layout;
    private final Set<Var> nested = new HashSet<>();
    private final Set<Var> indices = new HashSet<>();
    /** Under which comment each variable is bound. */
    private final Map<Var, Integer> sections = new HashMap<>();

    private int section;
    /** The name of the variable, or of the array with the element, whose value is being looked at. */
    private String continued = "";

    private final Map<Var, Integer> widths = new HashMap<>();
    private final Set<Stmt> choices = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Block, Stmt.If> branches = new IdentityHashMap<>();
    private final Width width = new Width(this::width);

    private Nesting(Layout layout) {
        this.layout = layout;
    }

    static Nesting of(Function function, Layout layout) {
        Nesting nesting = new Nesting(layout);
        nesting.indices.addAll(Indices.in(function, layout));
        nesting.block(function.body());
        Order.settle(function, layout, nesting);
        return nesting;
    }

    static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    boolean isNested(Operand operand) {
        return operand instanceof Var variable && nested.contains(variable);
    }

    /** Whether the statement is printed where its variable is used. */
    boolean isNested(Stmt statement) {
        List<Var> bound = Parts.of(statement).bound();
        return bound.size() == 1 && nested.contains(bound.get(0));
    }

    /** Whether the branch is written {@code condition ? a : b}. */
    boolean isChoice(Stmt statement) {
        return choices.contains(statement);
    }

    /** The variables that are read where the operand is printed, in the order of evaluation. */
    void leaves(Operand operand, Consumer<Var> reader) {
        if (!(operand instanceof Var variable)) {
            return;
        }
        if (!nested.contains(variable)) {
            reader.accept(variable);
        } else if (layout.binding(variable) instanceof Stmt.If choice) {
            choiceLeaves(choice, reader);
        } else {
            Stmt.Let let = (Stmt.Let) java.util.Objects.requireNonNull(layout.binding(variable));
            let.value().operands().forEach(o -> leaves(o, reader));
        }
    }

    void choiceLeaves(Stmt.If choice, Consumer<Var> reader) {
        leaves(choice.condition(), reader);
        leaves(choice.then().yields().get(0), reader);
        leaves(choice.otherwise().yields().get(0), reader);
    }

    /** Prints the variable's binding as a statement after all. */
    void takeBack(Var variable) {
        if (!nested.remove(variable)) {
            return;
        }
        Stmt.If choice = branches.get(layout.home(variable).block());
        if (choice != null && choices.remove(choice)) {
            giveUp(choice);
            takeBack(choice.results().get(0));
        }
    }

    private void giveUp(Stmt.If choice) {
        for (Block arm : List.of(choice.then(), choice.otherwise())) {
            branches.remove(arm);
            if (!layout.returns(arm) && arm.yields().get(0) instanceof Var value && isLocalTo(arm, value)) {
                nested.remove(value);
            }
        }
    }

    private boolean isLocalTo(Block block, Var variable) {
        return layout.home(variable).block() == block;
    }

    private void block(Block block) {
        block.statements().forEach(s -> statement(layout.region(block), s));
        if (layout.returns(block)) {
            consume(layout.region(block), 7, block.yields(), Slot.END);
        }
    }

    private void statement(Region region, Stmt statement) {
        if (statement instanceof Stmt.If branch) {
            consume(region, 8, List.of(branch.condition()), Slot.PLACE);
            branch(region, branch);
        } else if (statement instanceof Stmt.For loop) {
            consume(region, 30, List.of(loop.from()), Slot.PLACE);
            consume(region, 30, List.of(loop.bound()), Slot.BOUND);
            block(loop.body());
        } else if (statement instanceof Stmt.While loop) {
            block(loop.condition());
            consume(layout.region(loop.condition()), 10, loop.condition().yields(), Slot.PLACE);
            block(loop.body());
        } else if (statement instanceof Stmt.Throw raise) {
            consume(region, 8, List.of(raise.exception()), Slot.END);
        } else {
            consume(region, statement);
            Parts.of(statement).blocks().forEach(this::block);
        }
    }

    private void consume(Region region, Stmt statement) {
        section += statement instanceof Stmt.Comment ? 1 : 0;
        Slot slot = Slot.PLACE;
        int before = 10;
        if (statement instanceof Stmt.Let let) {
            let(region, let);
            return;
        }
        if (statement instanceof Stmt.Do perform) {
            before = base(perform.value());
            slot = slot(perform.value());
        }
        continued = statement instanceof Stmt.Store store && store.array() instanceof Var array ? array.name() : "";
        consume(region, before, Parts.of(statement).operands(), slot);
        continued = "";
    }

    private void let(Region region, Stmt.Let let) {
        Var target = let.target();
        Expr value = let.value();
        int before = 4 + target.name().length() + target.type().text().length() + base(value);
        continued = target.name();
        consume(region, before, value.operands(), gathers(region, let) ? Slot.END : slot(value));
        continued = "";
        widths.put(target, value.accept(width));
        sections.put(target, section);
        if (indices.contains(target)) {
            nested.add(target);
        }
    }

    /** Whether the value to be returned is put together from parts so short that they need no names. */
    private boolean gathers(Region region, Stmt.Let let) {
        boolean gathering = let.value() instanceof Expr.Construct || let.value() instanceof Expr.ArrayOf;
        boolean returned =
                layout.returns(region.block()) && region.block().yields().get(0) == let.target();
        int columns = 7 + base(let.value());
        for (Operand operand : let.value().operands()) {
            boolean nests = operand instanceof Var variable && mayNest(variable, region, Slot.END);
            columns += nests ? widths.getOrDefault(operand, 0) : width(operand);
        }
        return gathering && returned && columns <= GATHERED - 2 * region.depth();
    }

    private static Slot slot(Expr value) {
        return value instanceof Expr.Foreign ? Slot.TEXT : Slot.PLACE;
    }

    /** The columns of the expression without its operands. */
    private static int base(Expr value) {
        return value.accept(new Width(o -> 0));
    }

    private void branch(Region region, Stmt.If s) {
        List<Block> arms = List.of(s.then(), s.otherwise());
        arms.forEach(a -> a.statements().forEach(t -> statement(layout.region(a), t)));
        if (mayBeChoice(s) && becomesChoice(region, s)) {
            return;
        }
        for (Block arm : arms) {
            if (layout.returns(arm)) {
                consume(layout.region(arm), 7, arm.yields(), Slot.END);
            }
        }
    }

    private boolean mayBeChoice(Stmt.If s) {
        return s.results().size() == 1
                && Completion.of(s.then())
                && Completion.of(s.otherwise())
                && !keepsOld(s, s.then())
                && !keepsOld(s, s.otherwise());
    }

    /** Whether the arm leaves a variable of the source as it was. */
    private boolean keepsOld(Stmt.If s, Block arm) {
        String name = s.results().get(0).name();
        return arm.yields().get(0) instanceof Var value
                && !isLocalTo(arm, value)
                && !isTemporary(name)
                && value.name().equals(name);
    }

    private boolean becomesChoice(Region region, Stmt.If s) {
        List<Var> added = new ArrayList<>();
        for (Block arm : List.of(s.then(), s.otherwise())) {
            added.addAll(consume(layout.region(arm), 0, arm.yields(), Slot.END));
        }
        int columns = 6
                + width(s.condition())
                + width(s.then().yields().get(0))
                + width(s.otherwise().yields().get(0));
        boolean fits = columns <= CONDITIONAL - 2 * region.depth();
        if (fits && isExpression(s, s.then()) && isExpression(s, s.otherwise())) {
            choices.add(s);
            branches.put(s.then(), s);
            branches.put(s.otherwise(), s);
            widths.put(s.results().get(0), columns);
            return true;
        }
        added.forEach(nested::remove);
        return false;
    }

    private boolean isExpression(Stmt.If s, Block arm) {
        return arm.statements().stream().allMatch(t -> t instanceof Stmt.Comment || isNested(t))
                && (isShortCircuit(s) || arm.statements().stream().noneMatch(this::isConditional));
    }

    private boolean isConditional(Stmt statement) {
        return statement instanceof Stmt.If inner && !isShortCircuit(inner);
    }

    /** Whether the branch is one of {@code a && b}, {@code a || b}, {@code !a && b} and {@code !a || b}. */
    static boolean isShortCircuit(Stmt.If s) {
        boolean logical = s.results().size() == 1 && s.results().get(0).type() == Primitive.BOOLEAN;
        return logical
                && (s.then().yields().get(0) instanceof Literal
                        || s.otherwise().yields().get(0) instanceof Literal);
    }

    /** Nests what may be and fits in the line, the shortest first; gives what was not nested before. */
    private List<Var> consume(Region at, int before, List<? extends Operand> operands, Slot slot) {
        int room = LINE - 2 * at.depth() - before;
        List<Var> candidates = new ArrayList<>();
        for (Operand operand : operands) {
            room -= width(operand);
            if (operand instanceof Var variable && mayNest(variable, at, slot)) {
                candidates.add(variable);
            }
        }
        candidates.sort(Comparator.comparingInt(v -> widths.getOrDefault(v, 0)));
        List<Var> added = new ArrayList<>();
        for (Var candidate : candidates) {
            int more = widths.getOrDefault(candidate, 0) - width(candidate);
            if (more <= Math.max(room, 0) && nested.add(candidate)) {
                room -= more;
                added.add(candidate);
            }
        }
        return added;
    }

    private int width(Operand operand) {
        if (operand instanceof Var variable) {
            return nested.contains(variable)
                    ? widths.getOrDefault(variable, 0)
                    : variable.name().length();
        }
        return operand.toString().length();
    }

    private boolean mayNest(Var variable, Region at, Slot slot) {
        Stmt binding = layout.binding(variable);
        boolean let = binding instanceof Stmt.Let l && !(l.value() instanceof Expr.Copy);
        return (let || choices.contains(binding))
                && layout.count(variable) == 1
                && (slot == Slot.END || isTemporary(variable.name()) || isTrivial(binding) || isContinued(variable))
                && (slot != Slot.TEXT || isPure(variable))
                && (slot != Slot.BOUND || isCheap(variable))
                && mayMove(variable, at);
    }

    /** Whether the value is only the beginning of what the variable of that name is to be. */
    private boolean isContinued(Var variable) {
        return variable.name().equals(continued)
                && sections.getOrDefault(variable, -1) == section
                && widths.getOrDefault(variable, 0) <= CONTINUED;
    }

    private boolean isTrivial(Stmt binding) {
        return binding instanceof Stmt.Let let && Width.trivial(let.value(), widths.getOrDefault(let.target(), 0));
    }

    /** Never into a loop; into an arm or under a handler only what no order matters to. */
    private boolean mayMove(Var variable, Region at) {
        Region home = layout.home(variable);
        for (Region r = at; r.block() != home.block(); r = java.util.Objects.requireNonNull(r.parent())) {
            if (r.kind() == Region.Kind.LOOP || !isPure(variable)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that is printed for the variable is free of effects. */
    private boolean isPure(Operand operand) {
        if (!isLetOrNested(operand)) {
            return true;
        }
        Stmt binding = layout.binding(operand);
        if (binding instanceof Stmt.If choice) {
            return isPure(
                    choice.condition(),
                    choice.then().yields().get(0),
                    choice.otherwise().yields().get(0));
        }
        Expr value = ((Stmt.Let) java.util.Objects.requireNonNull(binding)).value();
        return Effect.of(value) == Effect.NONE && value.operands().stream().allMatch(o -> isPureInside(o));
    }

    private boolean isPure(Operand... operands) {
        return java.util.Arrays.stream(operands).allMatch(this::isPureInside);
    }

    private boolean isPureInside(Operand operand) {
        return !isNested(operand) || isPure(operand);
    }

    private boolean isLetOrNested(Operand operand) {
        return operand instanceof Var variable
                && (nested.contains(variable)
                        || layout.binding(variable) instanceof Stmt.Let
                        || choices.contains(layout.binding(variable)));
    }

    /** Whether a loop may well evaluate the variable's expression again and again. */
    private boolean isCheap(Var variable) {
        if (!(layout.binding(variable) instanceof Stmt.Let let)) {
            return false;
        }
        boolean cheap =
                let.value() instanceof Expr.Length || (let.value() instanceof Expr.Apply apply && isCheap(apply.op()));
        return cheap
                && widths.getOrDefault(variable, 0) <= 30
                && let.value().operands().stream().allMatch(o -> !isNested(o) || isCheap((Var) o));
    }

    private static boolean isCheap(Op op) {
        boolean integral = op.result() == Primitive.INT || op.result() == Primitive.LONG;
        return integral && op.form() == Op.Form.INFIX && List.of("+", "-", "*").contains(op.name());
    }
}
