package dev.adjoint.processor.fuzz;

import dev.adjoint.processor.corpus.Checks;
import dev.adjoint.processor.corpus.Compilation;
import dev.adjoint.processor.corpus.Demands;
import dev.adjoint.processor.corpus.Entry;
import dev.adjoint.processor.corpus.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles and checks programs, many at a time. */
final class Verdict {
    private final Demands demands = Demands.ofRandomPrograms();

    /** How many comparisons with differences were left out. */
    int skipped() {
        return demands.skipped().get();
    }

    /** What is wrong with each program; a right one is not in the map. */
    Map<Program, String> of(List<Program> programs) {
        Map<Program, String> wrong = new LinkedHashMap<>();
        Compilation together = compile(programs);
        for (Program program : programs) {
            String problem = together.succeeded() ? checked(program, together) : of(program);
            if (!problem.isEmpty()) {
                wrong.put(program, problem);
            }
        }
        return wrong;
    }

    /** What is wrong with one program, empty if nothing is. */
    String of(Program program) {
        Compilation alone = compile(List.of(program));
        return alone.succeeded() ? checked(program, alone) : "refused: " + alone.report();
    }

    /** Whether it is Java at all. */
    static boolean compiles(Program program) {
        return Compilation.plain(List.of(program.source())).succeeded();
    }

    private static Compilation compile(List<Program> programs) {
        try {
            return Compilation.differentiated(
                    programs.stream().map(Program::source).toList());
        } catch (RuntimeException e) {
            return new Compilation(List.of("crashed: " + e), List.of(), Map.of(), Verdict.class.getClassLoader());
        }
    }

    private String checked(Program program, Compilation compilation) {
        List<String> findings = new ArrayList<>();
        for (Entry entry : compilation.entries()) {
            if (entry.type().equals("fuzz." + program.name())) {
                findings.addAll(checked(Subject.of(entry, compilation.loader(), true)));
            }
        }
        return String.join("\n", findings);
    }

    private List<String> checked(Subject subject) {
        try {
            return Checks.all(subject, demands);
        } catch (Throwable e) {
            return List.of("the checks ended with " + e);
        }
    }

    /** What kind of problem a text tells of: shrinking must not turn one into another. */
    static String kind(String problem) {
        return problem.startsWith("refused")
                ? problem.replaceAll("(?s).*?(\\[ADJ\\d+\\]|cannot find symbol|already defined|crashed|error).*", "$1")
                : problem.isEmpty() ? "" : problem.split(" at \\[", 2)[0].split(" ")[0];
    }
}
