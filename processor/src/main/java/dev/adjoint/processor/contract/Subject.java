package dev.adjoint.processor.contract;

import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Leaves;
import dev.adjoint.processor.transform.Specialisations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An annotated method, ready to be differentiated.
 *
 * @param companion the canonical name of the companion class, which the generated records are nested in
 * @param base the base name of the generated methods
 * @param link what a Javadoc link to the method names
 * @param function the method as it is called
 * @param flat the method with its parameters, values and result taken apart into leaves, and calls resolved
 * @param wrt the indices of the parameters to differentiate by, in order
 * @param second whether second derivatives are wanted
 * @param forward whether forward mode is wanted
 * @param reverse whether reverse mode is wanted
 * @param specialisations where the derivatives of the functions it calls come from
 */
public record Subject(
        String companion,
        String base,
        String link,
        Function function,
        Function flat,
        List<Integer> wrt,
        boolean second,
        boolean forward,
        boolean reverse,
        Specialisations specialisations) {

    public Subject {
        wrt = List.copyOf(wrt);
    }

    /** The parameters to differentiate by. */
    public List<Var> independents() {
        return wrt.stream().map(i -> function.parameters().get(i)).toList();
    }

    /** The base name with a capital, as in the names of records. */
    String capital() {
        return Character.toUpperCase(base.charAt(0)) + base.substring(1);
    }

    boolean isScalar() {
        return function.result() != null && function.result().isFloating();
    }

    boolean isVoid() {
        return function.result() == null;
    }

    /** The indices of the parameters that the method writes into, or into something that can be read through them. */
    public Set<Integer> written() {
        Memory memory = Memory.of(flat, Aliases.of(flat), specialisations.writes());
        Set<Integer> written = new TreeSet<>();
        int next = 0;
        for (int i = 0; i < function.parameters().size(); i++) {
            int end = next + Leaves.count(function.parameters().get(i).type());
            if (flat.parameters().subList(next, end).stream().anyMatch(memory::written)) {
                written.add(i);
            }
            next = end;
        }
        return written;
    }

    /** The names that the parameters have taken. */
    Set<String> names() {
        return new java.util.HashSet<>(
                function.parameters().stream().map(Var::name).toList());
    }

    boolean isIndependent(Var parameter) {
        return independents().contains(parameter);
    }

    /** The type of a whole array or number that the method gives; never asked of a void method. */
    Type result() {
        return java.util.Objects.requireNonNull(function.result());
    }
}
