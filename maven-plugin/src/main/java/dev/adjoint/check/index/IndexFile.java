package dev.adjoint.check.index;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Parameter;
import dev.adjoint.check.model.Parameter.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One file of the index. */
final class IndexFile {
    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    IndexFile(Path file) throws IOException {
        this.file = file;
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i + 1);
        }
    }

    /** A derivative and what follows it. */
    private record Entry(String[] fields, List<Parameter> parameters, List<String> suppliers) {}

    private void line(String text, int number) {
        String[] fields = text.split("\t", -1);
        try {
            switch (fields[0]) {
                case "derivative" -> {
                    Integer.parseInt(fields[7]);
                    entries.add(new Entry(fields, new ArrayList<>(), new ArrayList<>()));
                }
                case "parameter" -> last().parameters().add(parameter(fields));
                case "sample" -> last().suppliers().add(fields[1]);
                default -> throw new IllegalArgumentException(fields[0]);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            MalformedIndex malformed = new MalformedIndex(file, number, text);
            malformed.initCause(e);
            throw malformed;
        }
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }

    private static Parameter parameter(String[] fields) {
        return new Parameter(fields[1], fields[2].equals("wrt"), fields.length > 3 ? domain(fields) : Domain.DEFAULT);
    }

    private static Domain domain(String[] fields) {
        List<Integer> sizes = fields[5].isEmpty()
                ? List.of()
                : Arrays.stream(fields[5].split(",")).map(Integer::valueOf).toList();
        return new Domain(true, Double.parseDouble(fields[3]), Double.parseDouble(fields[4]), sizes);
    }

    List<Derivative> derivatives() {
        return entries.stream().map(this::derivative).toList();
    }

    private Derivative derivative(Entry entry) {
        String[] f = entry.fields();
        return new Derivative(
                file.getFileName().toString(),
                f[1],
                f[2],
                f[3].equals("static"),
                f[4],
                f[5],
                List.copyOf(entry.parameters()),
                List.copyOf(entry.suppliers()),
                f[6],
                Integer.parseInt(f[7]));
    }
}
