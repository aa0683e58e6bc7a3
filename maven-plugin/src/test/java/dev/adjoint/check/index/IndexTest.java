package dev.adjoint.check.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Parameter.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
    private static final String LINE =
            "demo.A$B\tf\t(D[[D)D\tdemo.A_BGrad\tg\t0,1\t2\tgGrad,gVjp\tstatic\tx,a:0.5:4.0:3x2\tsome,more"
                    + "\tdemo/A.java\t12";

    @TempDir
    private Path classes;

    private List<Derivative> read(String text) throws IOException {
        Path folder = Files.createDirectories(classes.resolve("META-INF/adjoint/derivatives"));
        Files.writeString(folder.resolve("demo.A_BGrad"), text);
        return Index.read(classes);
    }

    @Test
    void aModuleWithoutDerivatives() throws IOException {
        assertEquals(List.of(), Index.read(classes));
    }

    @Test
    void everyField() throws IOException {
        Derivative derivative = read(LINE + "\n").get(0);
        assertEquals("demo.A$B#g", derivative.id());
        assertEquals(Domain.DEFAULT, derivative.parameters().get(0).domain());
        assertEquals(
                new Domain(true, 0.5, 4, List.of(3, 2)),
                derivative.parameters().get(1).domain());
        assertEquals(List.of("some", "more"), derivative.suppliers());
        assertEquals(12, derivative.line());
    }

    @Test
    void anotherFormatIsSaidToBeSo() {
        MalformedIndex e = assertThrows(MalformedIndex.class, () -> read("something else\n"));
        assertTrue(e.getMessage().contains("line 1: 'something else'"), e.getMessage());
    }

    @Test
    void patterns() throws IOException {
        Derivative derivative = read(LINE).get(0);
        assertTrue(new Selection(List.of(), List.of()).wants(derivative));
        assertTrue(new Selection(List.of("demo.*"), List.of()).wants(derivative));
        assertTrue(new Selection(List.of("demo.A$B#g"), List.of()).wants(derivative));
        assertTrue(new Selection(List.of("*#g"), List.of()).wants(derivative));
        assertFalse(new Selection(List.of("demo.A$B#h"), List.of()).wants(derivative));
        assertFalse(new Selection(List.of("demo.*"), List.of("*B")).wants(derivative));
    }
}
