package dev.adjoint.processor;

import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.FrontEnd;
import dev.adjoint.processor.frontend.Generator;
import dev.adjoint.processor.frontend.OwnerReading;
import dev.adjoint.processor.frontend.TypeComparison;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.tools.Diagnostic.Kind;

/**
 * The rounds of one compilation. Only names live longer than a round, because the compiler makes elements and trees anew.
 * A class with something that cannot be made out is put off: another processor may write what is missing. In the last
 * round it gets methods that only throw, so that the compiler's own error is the one the user sees.
 */
final class Rounds {
    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final Generator generator;
    private final Options options;
    private final Printing printing;
    private final Files files;
    private final Annotated differentiable;
    private final Annotated rules;
    private final Annotated checkpoints;
    private final TypeComparison comparison = new TypeComparison();
    private final Set<String> checkpointed = new LinkedHashSet<>();
    private boolean complete = true;
    private final Map<String, String> stubs = new LinkedHashMap<>();

    Rounds(ProcessingEnvironment environment, Trees trees, Generator generator) {
        this.environment = environment;
        this.trees = trees;
        this.generator = generator;
        this.options = new Options(environment);
        this.printing = new Printing(trees);
        this.files = new Files(environment);
        this.differentiable = new Annotated(environment.getElementUtils(), "dev.adjoint.Differentiable");
        this.rules = new Annotated(environment.getElementUtils(), "dev.adjoint.DerivativeOf");
        this.checkpoints = new Annotated(environment.getElementUtils(), "dev.adjoint.Checkpoint");
    }

    Options options() {
        return options;
    }

    /** The types found in all rounds. */
    TypeComparison comparison() {
        return comparison;
    }

    Printing printing() {
        return printing;
    }

    /** The classes whose derivatives only throw, by their canonical names, with what could not be made out. */
    Map<String, String> stubs() {
        return stubs;
    }

    void process(RoundEnvironment round) {
        try {
            Deep.run(() -> work(round));
        } catch (RuntimeException | StackOverflowError e) {
            if (isOfCompiler(e)) {
                throw e;
            }
            Diagnostic problem = failure(environment, "the classes of this compilation", e);
            environment.getMessager().printMessage(Kind.ERROR, problem.message());
        }
    }

    /** The compiler reports by exceptions what it lacks itself, such as the file of a class. */
    private static boolean isOfCompiler(Throwable e) {
        return e.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    private void work(RoundEnvironment round) {
        differentiable.add(round);
        rules.add(round);
        checkpoints.add(round);
        if (differentiable.pending().isEmpty()
                && rules.pending().isEmpty()
                && checkpoints.pending().isEmpty()
                && !round.processingOver()) {
            return;
        }
        FrontEnd frontEnd = new FrontEnd(trees, environment.getElementUtils(), environment.getTypeUtils(), files::read);
        readRules(frontEnd);
        if (!checkpoints.pending().isEmpty()) {
            frontEnd.checkCheckpoints(checkpoints.methods()).forEach(printing::print);
            checkpoints.pending().clear();
        }
        read(frontEnd, round.processingOver());
        if (round.processingOver() && complete) {
            frontEnd.unusedCheckpoints(checkpoints.methods(), checkpointed).forEach(printing::print);
        }
        if (options.verifies()) {
            frontEnd.expect(comparison);
        }
    }

    private void read(FrontEnd frontEnd, boolean last) {
        Set<String> pending = Set.copyOf(differentiable.pending());
        for (OwnerReading reading : frontEnd.read(differentiable.methods(), pending)) {
            if (reading.unresolved() == null) {
                differentiable.pending().remove(reading.owner().name());
                accept(frontEnd, reading);
            } else {
                putOff(frontEnd, reading, last);
                complete &= !last;
            }
        }
    }

    private void readRules(FrontEnd frontEnd) {
        Set<Diagnostic> problems = frontEnd.readRules(rules.methods());
        if (!rules.pending().isEmpty() && frontEnd.rulesAreComplete()) {
            rules.pending().clear();
            problems.forEach(printing::print);
            frontEnd.ruleIndex().forEach(files::writeResource);
        }
    }

    private void putOff(FrontEnd frontEnd, OwnerReading reading, boolean last) {
        String name = reading.owner().name();
        options.trace("not made out", name + ": " + reading.unresolved());
        if (last) {
            stubs.put(name, String.valueOf(reading.unresolved()));
            files.write(reading, frontEnd.stub(reading));
        }
    }

    private void accept(FrontEnd frontEnd, OwnerReading reading) {
        reading.problems().forEach(printing::print);
        complete &= reading.accepted();
        try {
            Generator.Generated made = reading.accepted()
                    ? generator.generate(reading, options)
                    : new Generator.Generated(frontEnd.stub(reading), Map.of(), List.of(), Set.of());
            checkpointed.addAll(made.checkpointed());
            made.notes().forEach(printing::print);
            files.write(reading, made.text());
            frontEnd.index(reading, made.written()).forEach(files::writeResource);
        } catch (Generator.Refusal e) {
            complete = false;
            e.diagnostics().forEach(printing::print);
            files.write(reading, frontEnd.stub(reading));
        } catch (RuntimeException | StackOverflowError e) {
            Object place = reading.requests().get(0).place();
            printing.print(failure(place, "'" + reading.owner().name() + "'", e));
        }
    }

    /** A failure of ours is one message, for a class at its first method. */
    private Diagnostic failure(Object place, String what, Throwable e) {
        if (options.isOn()) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            options.print("failure", trace.toString());
        }
        StackTraceElement[] frames = e.getStackTrace();
        String where = frames.length == 0 ? "" : " at " + frames[0];
        return Diagnostic.of(Problem.INTERNAL, place, what, e + where);
    }
}
