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

/**
 * One file of the index. A line has these fields, separated by tabs: binary name of the class, method, descriptor, binary
 * name of the generated class, base name, indices of the parameters differentiated by, order, generated methods,
 * {@code static} or {@code instance}, parameters, suppliers, source file, line. The elements of lists are separated by
 * commas; a parameter is {@code name} or {@code name:min:max:sizes}, sizes with {@code x} between them.
 */
final class IndexFile {
    private static final int FIELDS = 13;

    private final Path file;

    IndexFile(Path file) {
        this.file = file;
    }

    List<Derivative> derivatives() throws IOException {
        List<Derivative> all = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            try {
                all.add(derivative(fields));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                MalformedIndex malformed = new MalformedIndex(file, i + 1, lines.get(i));
                malformed.initCause(e);
                throw malformed;
            }
        }
        return all;
    }

    private static Derivative derivative(String[] f) {
        if (f.length < FIELDS) {
            throw new IllegalArgumentException("too few fields: " + f.length);
        }
        return new Derivative(
                f[0],
                f[1],
                f[2],
                f[8].equals("static"),
                f[3],
                f[4],
                parameters(list(f[9]), list(f[5])),
                list(f[10]),
                f[11],
                Integer.parseInt(f[12]));
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(","));
    }

    private static List<Parameter> parameters(List<String> texts, List<String> wrt) {
        List<Parameter> parameters = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split(":", -1);
            boolean by = wrt.contains(Integer.toString(parameters.size()));
            parameters.add(new Parameter(parts[0], by, parts.length > 1 ? domain(parts) : Domain.DEFAULT));
        }
        return parameters;
    }

    private static Domain domain(String[] parts) {
        List<Integer> sizes = parts[3].isEmpty()
                ? List.of()
                : Arrays.stream(parts[3].split("x")).map(Integer::valueOf).toList();
        return new Domain(true, Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), sizes);
    }
}
