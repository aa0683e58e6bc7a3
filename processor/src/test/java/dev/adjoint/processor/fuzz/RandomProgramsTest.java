package dev.adjoint.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random programs in both modes: a short seeded run always, a long one on demand. */
class RandomProgramsTest {
    private static final int SHORT_RUN = 300;

    /** How many programs one run of the compiler takes. */
    private static final int AT_ONCE = 50;

    /** How many failing programs are made small; that takes long, and one bug often fails many programs. */
    private static final int SHRUNK = 2;

    /** Differences near kinks say nothing; more of that would mean that they hardly check anything. */
    private static final double MOST_SKIPPED = 0.5;

    private final Verdict verdict = new Verdict();

    @Test
    void fewPrograms() {
        campaign(1, SHORT_RUN);
    }

    /** {@code -Dadjoint.fuzz.programs} says how many, and {@code -Dadjoint.fuzz.seed} from which seed on. */
    @Test
    @Tag("fuzz")
    void manyPrograms() {
        campaign(Long.getLong("adjoint.fuzz.seed", 1_000_000), Integer.getInteger("adjoint.fuzz.programs", 2_000));
    }

    private void campaign(long firstSeed, int count) {
        Map<Program, String> wrong = new LinkedHashMap<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed += AT_ONCE) {
            Map<Program, String> found = verdict.of(programs(seed, Math.min(seed + AT_ONCE, firstSeed + count)));
            found.forEach((program, problem) -> System.out.println(program.name() + ": " + problem));
            wrong.putAll(found);
        }
        System.out.println("random programs: " + (count - wrong.size()) + "/" + count + " from seed " + firstSeed + ", "
                + verdict.skipped() + " comparisons with differences left out");
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " programs are wrong\n" + explained(wrong));
        assertTrue(verdict.skipped() < MOST_SKIPPED * count * 2, () -> verdict.skipped() + " comparisons left out");
    }

    private static List<Program> programs(long from, long to) {
        List<Program> programs = new ArrayList<>();
        for (long seed = from; seed < to; seed++) {
            programs.add(Program.of("Seed" + seed, seed));
        }
        return programs;
    }

    private String explained(Map<Program, String> wrong) {
        StringBuilder text = new StringBuilder();
        wrong.entrySet().stream().limit(SHRUNK).forEach(each -> {
            Program small = new Shrinker(verdict, each.getValue()).smallest(each.getKey());
            text.append('\n')
                    .append(verdict.of(small))
                    .append('\n')
                    .append(small.source().text());
        });
        return text.toString();
    }
}
