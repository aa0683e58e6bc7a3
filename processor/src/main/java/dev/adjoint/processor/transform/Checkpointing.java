package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.LoopState;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The checkpointed loops of one function under differentiation. */
final class Checkpointing {
    /**
     * A loop as the forward sweep has run it.
     *
     * @param top the index of the latest stored state
     */
    record Recorded(Checkpointed loop, StateShadows shadows, Var top) {}

    private final Function function;
    private final Aliases aliases;
    private final List<Operand> open;
    private final Specialisations specialisations;
    private final Shadows shadows;
    private final Mirrors mirrors;
    private final boolean repeated;
    private final Map<Stmt, Recorded> recorded = new IdentityHashMap<>();
    private final Set<Var> primal = new HashSet<>();

    Checkpointing(
            Function function,
            Aliases aliases,
            List<Operand> open,
            Specialisations specialisations,
            Shadows shadows,
            Mirrors mirrors,
            boolean repeated) {
        this.function = function;
        this.aliases = aliases;
        this.open = open;
        this.specialisations = specialisations;
        this.shadows = shadows;
        this.mirrors = mirrors;
        this.repeated = repeated;
    }

    Specialisations specialisations() {
        return specialisations;
    }

    Recorded of(Stmt.For loop) {
        return Objects.requireNonNull(recorded.get(loop));
    }

    boolean isRecorded(Stmt.For loop) {
        return recorded.containsKey(loop);
    }

    /** The variables in which values of the function itself are computed again: they are no derivatives. */
    Set<Var> primal() {
        return primal;
    }

    /** Runs the loop in the forward sweep of a region. */
    void record(Stmt.For s, Region region) {
        NotRepeatable.require(!repeated);
        LoopState state = state(s);
        Checkpointed loop = new Checkpointed(s, state);
        BlockBuilder out = new BlockBuilder();
        Var top = loop.forward(out);
        primal.addAll(Uses.of(out.statements()).bound());
        StateShadows found = new StateShadows(s, state, aliases, shadows);
        List<Var> results = s.carried().results();
        List<Operand> shadowsOfResults = found.of(out, results, UnaryOperator.identity());
        for (int j = 0; j < shadowsOfResults.size(); j++) {
            shadows.put(results.get(found.indices().get(j)), shadowsOfResults.get(j));
        }
        region.forward.add(slot -> slot.addAll(out.statements()));
        out.statements().forEach(made -> Parts.of(made).bound().forEach(v -> mirrors.define(v, region, null)));
        region.steps.add(new Region.Step(s, List.of()));
        recorded.put(s, new Recorded(loop, found, top));
    }

    private LoopState state(Stmt.For s) {
        Stmt.Checkpoints checkpoints = Objects.requireNonNull(s.checkpoints());
        try {
            LoopState state = LoopState.of(s, function, aliases, specialisations.writes(), open);
            List<Var> parts = new ArrayList<>(s.carried().parameters());
            parts.addAll(state.inPlace());
            specialisations.note(CheckpointNote.of(s, checkpoints, parts));
            return state;
        } catch (LoopState.NotRepeatable e) {
            throw new NotCheckpointable(checkpoints.place(), String.valueOf(e.getMessage()));
        }
    }
}
