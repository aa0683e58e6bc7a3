package dev.adjoint.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a failing program smaller as long as it fails in the same way. */
final class Shrinker {
    private static final int ATTEMPTS = 400;

    private final Verdict verdict;
    private final String kind;
    private int attempts;

    Shrinker(Verdict verdict, String problem) {
        this.verdict = verdict;
        this.kind = Verdict.kind(problem);
    }

    /** The smallest program found. */
    Program smallest(Program program) {
        Program current = program;
        Optional<Program> next = smaller(current);
        while (next.isPresent()) {
            current = next.get();
            next = smaller(current);
        }
        return current;
    }

    private Optional<Program> smaller(Program program) {
        for (Piece candidate : variants(program.body())) {
            if (attempts++ > ATTEMPTS) {
                return Optional.empty();
            }
            Program smaller = program.with(candidate);
            if (candidate.size() < program.body().size() && fails(smaller)) {
                return Optional.of(smaller);
            }
        }
        return Optional.empty();
    }

    private boolean fails(Program program) {
        return Verdict.compiles(program) && Verdict.kind(verdict.of(program)).equals(kind);
    }

    /** All trees with one piece made smaller, the largest steps first. */
    private static List<Piece> variants(Piece piece) {
        List<Piece> variants = new ArrayList<>();
        if (piece.kind() == Piece.Kind.BLOCK) {
            for (int chunk = piece.parts().size(); chunk > 0; chunk /= 2) {
                for (int from = 0; from + chunk <= piece.parts().size(); from += chunk) {
                    variants.add(piece.without(from, from + chunk));
                }
            }
        } else {
            variants.addAll(simpler(piece));
        }
        for (int i = 0; i < piece.parts().size(); i++) {
            for (Piece part : variants(piece.parts().get(i))) {
                variants.add(piece.with(i, part));
            }
        }
        return variants;
    }

    private static List<Piece> simpler(Piece piece) {
        List<Piece> simpler = new ArrayList<>();
        for (Piece part : piece.parts()) {
            if (piece.kind() == Piece.Kind.STATEMENT && part.kind() == Piece.Kind.BLOCK) {
                simpler.add(Piece.statement("#", part));
            } else if (piece.kind() == Piece.Kind.EXPRESSION && part.type().equals(piece.type())) {
                simpler.add(part);
            }
        }
        if (piece.kind() == Piece.Kind.EXPRESSION && piece.size() > 1) {
            simpler.add(Piece.expression(piece.type(), literal(piece.type())));
        }
        return simpler;
    }

    private static String literal(String type) {
        return switch (type) {
            case "double" -> "0.5";
            case "int" -> "1";
            case "boolean" -> "true";
            default -> "null";
        };
    }
}
