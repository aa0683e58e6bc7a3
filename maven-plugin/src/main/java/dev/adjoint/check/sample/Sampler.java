package dev.adjoint.check.sample;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Broken;
import dev.adjoint.check.bind.Point;
import dev.adjoint.check.model.Parameter;
import dev.adjoint.check.model.Settings;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws inputs of one method. Input number {@code k} is the same in every run with the same seed. */
public final class Sampler {
    private final Binding binding;
    private final Settings settings;
    private final List<Supplier> suppliers;

    /**
     * Prepares drawing.
     *
     * @throws Broken if a supplier is missing or has the wrong signature
     */
    public Sampler(Binding binding, Settings settings) {
        this.binding = binding;
        this.settings = settings;
        this.suppliers = binding.derivative().suppliers().stream()
                .map(name -> Supplier.of(binding, name))
                .toList();
    }

    /** The random numbers that belong to input number {@code k}. */
    public RandomGenerator random(int k) {
        long name = binding.derivative().id().hashCode();
        return new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + (name << 32) + k);
    }

    /**
     * Input number {@code k}.
     *
     * @throws Broken if it cannot be drawn
     */
    public Point draw(int k) {
        RandomGenerator random = random(k);
        return new Point(binding, suppliers.isEmpty() ? drawn(random) : supplied(k, random));
    }

    private @Nullable Object[] supplied(int k, RandomGenerator random) {
        return suppliers.get(k % suppliers.size()).get(random);
    }

    private @Nullable Object[] drawn(RandomGenerator random) {
        Draw draw = new Draw(random, settings);
        @Nullable Object[] arguments = new Object[binding.types().size()];
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = binding.derivative().parameters().get(i);
            arguments[i] = draw.value(binding.types().get(i), parameter);
        }
        return arguments;
    }

    /** What is drawn from, with the sizes of arrays, for the table. */
    public String describe() {
        return suppliers.isEmpty()
                ? Description.of(binding, settings)
                : "from @Sample " + String.join(", ", binding.derivative().suppliers());
    }
}
