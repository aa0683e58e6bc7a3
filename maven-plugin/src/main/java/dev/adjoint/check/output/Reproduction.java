package dev.adjoint.check.output;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that makes a finding appear again.
 *
 * @param goal how the goal {@code check} is called, with what selects the module among others
 * @param options names and values of the options that decide what is found
 */
public record Reproduction(String goal, List<Option> options) {

    /**
     * An option.
     *
     * @param name the name of its property
     * @param value its value
     */
    public record Option(String name, String value) {
        private String text() {
            String text = "-D" + name + "=" + value;
            return text.matches("[\\w.=:/+-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
        }
    }

    /** The command, in one line, for a shell. */
    public String of(Derivative derivative, Finding finding) {
        String sample = finding.sample() < 0 ? "" : " -Dadjoint.sample=" + finding.sample();
        String all = options.stream().map(option -> " " + option.text()).collect(Collectors.joining());
        return "mvn " + goal + all + sample + " '-Dadjoint.includes=" + derivative.id() + "'";
    }
}
