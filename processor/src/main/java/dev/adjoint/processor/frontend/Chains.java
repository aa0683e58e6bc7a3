package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.List;

/** The calls that lead from an annotated method to a place in another one, as they are shown to the user. */
final class Chains {
    private Chains() {}

    static List<String> longer(List<String> chain, MethodKey caller, Place place) {
        List<String> longer = new ArrayList<>();
        longer.add(caller.owner() + "." + caller.name() + place(place));
        longer.addAll(chain);
        return longer;
    }

    private static String place(Place place) {
        String path = place.unit().getSourceFile().getName();
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return place.start() < 0
                ? " (" + file + ")"
                : " (" + file + ":" + place.unit().getLineMap().getLineNumber(place.start()) + ")";
    }
}
