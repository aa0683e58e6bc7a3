package dev.adjoint.report;

import dev.adjoint.source.MadeArray;
import dev.adjoint.source.MethodText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reverse mode keeps until its second sweep, as it stands in the generated code. */
final class Recorded {
    private Recorded() {}

    /** One sentence about a generated method. */
    static String by(MethodText made) {
        Map<String, List<MadeArray>> alike = new LinkedHashMap<>();
        made.arrays().stream()
                .filter(array -> !isAdjoint(array.name()))
                .forEach(array -> alike.computeIfAbsent(amount(array), amount -> new ArrayList<>())
                        .add(array));
        if (alike.isEmpty()) {
            return made.name() + " records nothing but local variables.";
        }
        List<String> parts = new ArrayList<>();
        alike.forEach((amount, arrays) -> parts.add(part(amount, arrays)));
        return made.name() + " records, arrays of the method itself included, " + String.join(" and ", parts) + ".";
    }

    private static String part(String amount, List<MadeArray> arrays) {
        int count = arrays.stream()
                .mapToInt(array -> array.ofReferences() ? 1 : array.elementBytes())
                .sum();
        List<String> names = arrays.stream().map(MadeArray::name).toList();
        return count + amount + " (" + String.join(", ", names) + ")";
    }

    /** What follows the number of bytes, or of references, whose size is a matter of the virtual machine. */
    private static String amount(MadeArray array) {
        String unit = array.ofReferences() ? " references" : " bytes";
        String times = array.grows() ? unit + " for each turn of its loop" : " * " + array.length() + unit;
        return array.inLoop() ? times + ", made in a loop" : times;
    }

    /** Adjoints are named after their variables: {@code xBar}. */
    private static boolean isAdjoint(String name) {
        return name.matches(".*Bar\\d*");
    }
}
