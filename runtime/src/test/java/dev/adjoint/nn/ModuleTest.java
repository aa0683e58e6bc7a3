package dev.adjoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {
    private final Random random = new Random(3);

    /** A module of a user's own. */
    private static final class Scaled extends Module {
        private final Tensor factor;
        private final Linear inner;

        Scaled(Random random) {
            factor = parameter("factor", Tensor.of(2f));
            inner = child("inner", new Linear(2, 1, random));
        }

        @Override
        public Tensor forward(Tensor x) {
            return inner.forward(x).mul(factor);
        }

        void add(String name, Tensor t) {
            parameter(name, t);
        }
    }

    @Test
    void stateGoesThroughAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("net.safetensors");
        Scaled net = new Scaled(random);
        net.save(file);
        Scaled other = new Scaled(random);
        Tensor x = Tensor.of(1f, 2f);
        assertTrue(net.forward(x).item() != other.forward(x).item());
        other.load(file);
        assertEquals(net.forward(x).item(), other.forward(x).item());
        assertTrue(other.parameters().stream().allMatch(p -> p.requiresGrad() && p.isLeaf()));
    }

    @Test
    void stateSharesItsElementsWithTheModule() {
        Scaled net = new Scaled(random);
        net.stateDict().get("factor").fillInPlace(5);
        assertEquals(5, net.namedParameters().get("factor").item());
    }

    @Test
    void statesThatDoNotFitAreRefusedWhole() {
        Scaled net = new Scaled(random);
        Map<String, Tensor> state = new LinkedHashMap<>(net.stateDict());
        state.put("factor", Tensor.of(9f));
        state.put("inner.weight", Tensor.ones(3, 2));
        state.remove("inner.bias");
        state.put("inner.bais", Tensor.of(1f));
        String message = assertThrows(IllegalArgumentException.class, () -> net.loadStateDict(state))
                .getMessage();
        assertEquals(
                "Error(s) in loading state_dict for Scaled:\n"
                        + "\tMissing key(s) in state_dict: \"inner.bias\".\n"
                        + "\tUnexpected key(s) in state_dict: \"inner.bais\".\n"
                        + "\tsize mismatch for inner.weight: copying a param with shape [3, 2] from checkpoint, the"
                        + " shape in current model is [1, 2].",
                message);
        assertArrayEquals(new float[] {2}, net.stateDict().get("factor").toArray());
    }

    @Test
    void unreadableFilesAreNamed(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("broken.safetensors");
        Files.writeString(file, "no tensors");
        String message = assertThrows(IOException.class, () -> new Scaled(random).load(file))
                .getMessage();
        assertTrue(message.contains("broken.safetensors"), message);
    }

    @Test
    void badPartsAreRefused() {
        Scaled net = new Scaled(random);
        assertThrows(IllegalArgumentException.class, () -> net.add("factor", Tensor.of(1f)));
        assertThrows(IllegalArgumentException.class, () -> net.add("a.b", Tensor.of(1f)));
        assertThrows(IllegalArgumentException.class, () -> net.add("", Tensor.of(1f)));
        assertThrows(IllegalArgumentException.class, () -> net.add("computed", net.forward(Tensor.of(1f, 2f))));
        assertThrows(IllegalArgumentException.class, () -> net.add("integers", Tensor.of(1)));
        assertEquals(3, net.parameters().size());
    }
}
