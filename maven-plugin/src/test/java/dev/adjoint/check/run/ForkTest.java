package dev.adjoint.check.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.check.fixture.Catalogue;
import dev.adjoint.check.fixture.FunctionsGrad;
import dev.adjoint.check.fixture.Options;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.model.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks in processes of their own. */
class ForkTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private List<Outcome> check(String... methods) throws Exception {
        List<Derivative> derivatives = Stream.of(methods)
                .map(method -> Catalogue.of(method, FunctionsGrad.class))
                .toList();
        Path classes = Path.of(FunctionsGrad.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Job job = new Job(List.of(classes.toString()), derivatives, Options.hasty(1, 2));
        return new Fork(JAVA, "-Xmx200m", folder).run(job).outcomes();
    }

    private static List<Status> statuses(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }

    @Test
    void aMethodThatEndsTheProcessIsBrokenAndTheOthersAreChecked() throws Exception {
        List<Outcome> outcomes = check("square", "leaving", "relu");
        assertEquals(List.of(Status.PASSED, Status.BROKEN, Status.PASSED), statuses(outcomes));
        String message = outcomes.get(1).findings().get(0).message();
        assertTrue(message.startsWith("the checking process ended with the exit code 7"), message);
    }

    @Test
    void anEndlessLoopDoesNotGoOnBesideTheOthers() throws Exception {
        List<Outcome> outcomes = check("endless", "square", "endless", "leaving");
        assertEquals(List.of(Status.BROKEN, Status.PASSED, Status.BROKEN, Status.BROKEN), statuses(outcomes));
    }

    @Test
    void aProcessThatCannotStartSaysWhy() {
        Fork fork = new Fork(JAVA, "-XX:NoSuchOption", folder);
        Job job = new Job(List.of(), List.of(Catalogue.of("square", FunctionsGrad.class)), Settings.defaults(1));
        String message = assertThrows(IOException.class, () -> fork.run(job)).getMessage();
        assertTrue(message.contains("NoSuchOption"), message);
    }
}
