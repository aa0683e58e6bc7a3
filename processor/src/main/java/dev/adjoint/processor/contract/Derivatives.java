package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Function;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is generated for one method, made when asked for. */
public final class Derivatives {
    private final Subject subject;
    private final java.util.function.Function<Made, Function> improve;
    private final Map<Kind, Function> made = new EnumMap<>(Kind.class);
    private @Nullable Made several;
    private boolean severalKnown;

    /**
     * Prepares the derivatives of a method.
     *
     * @param improve what is done to each function that is made
     */
    public Derivatives(Subject subject, java.util.function.Function<Made, Function> improve) {
        this.subject = subject;
        this.improve = improve;
    }

    public Subject subject() {
        return subject;
    }

    /** The kinds that fit the method's signature and what was asked for. */
    public Map<Kind, Function> all() {
        Map<Kind, Function> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (fits(kind)) {
                all.put(kind, of(kind));
            }
        }
        return all;
    }

    /** Whether a derivative of that kind is generated. */
    public boolean fits(Kind kind) {
        boolean arrays = onlyArraysAndNumbers()
                && subject.independents().stream().allMatch(p -> p.type().isArray());
        return switch (kind) {
            case GRADIENT, VALUE_AND_GRADIENT -> subject.reverse() && subject.isScalar();
            case VALUE_AND_GRADIENT_INTO -> subject.reverse() && subject.isScalar() && arrays;
            case VJP -> subject.reverse();
            case JVP -> subject.forward();
            case JVPS ->
                subject.forward() && fits(Kind.JACOBIAN) && JacobianProducts.takesColumns(subject) && several() != null;
            case JACOBIAN -> isVector() && onlyArraysAndNumbers();
            case JACOBIAN_INTO -> fits(Kind.JACOBIAN) && subject.wrt().size() == 1;
            case HESSIAN -> fits(Kind.HESSIAN_VECTOR) && onlyArraysAndNumbers();
            case HESSIAN_VECTOR -> subject.second() && subject.isScalar();
            case AS_OBJECT -> subject.reverse() && AsObject.fits(subject);
        };
    }

    private boolean isVector() {
        return !subject.isVoid()
                && subject.result().isArray()
                && Units.base(subject.result()).isFloating();
    }

    private boolean onlyArraysAndNumbers() {
        return subject.independents().stream()
                .allMatch(p -> Units.base(p.type()).isFloating());
    }

    /**
     * The kind of a generated method.
     *
     * @param name its name
     * @param arguments how many arguments it is called with, which tells the two forms of one name apart
     */
    public Kind kind(String name, int arguments) {
        for (Map.Entry<Kind, Function> each : all().entrySet()) {
            Function function = each.getValue();
            if (function.key().name().equals(name) && function.parameters().size() == arguments) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException(subject.link() + " has no derivative " + name + " with " + arguments);
    }

    /** The derivative of that kind. */
    public Function of(Kind kind) {
        Function known = made.get(kind);
        if (known == null) {
            known = improve.apply(make(kind));
            made.put(kind, known);
        }
        return known;
    }

    private Made make(Kind kind) {
        ScalarProducts scalar = new ScalarProducts(subject);
        return switch (kind) {
            case GRADIENT -> scalar.gradient();
            case VALUE_AND_GRADIENT -> scalar.valueAndGradient();
            case VALUE_AND_GRADIENT_INTO -> scalar.valueAndGradientInto();
            case VJP -> vjp(scalar);
            case JVP -> new ForwardProducts(subject).jvp();
            case JVPS -> Objects.requireNonNull(several());
            case JACOBIAN, JACOBIAN_INTO ->
                new JacobianProducts(subject, kind, this::columns, () -> of(Kind.VJP)).jacobian();
            case HESSIAN -> second().hessian(of(Kind.HESSIAN_VECTOR));
            case HESSIAN_VECTOR -> second().hessianVector();
            case AS_OBJECT -> AsObject.of(subject);
        };
    }

    private Columns columns() {
        return new Columns(of(Kind.JVP), fits(Kind.JVPS) ? of(Kind.JVPS) : null);
    }

    /** The product in several directions, or null where that gains nothing. */
    private @Nullable Made several() {
        if (!severalKnown) {
            severalKnown = true;
            int count = SeveralDirections.count(of(Kind.JVP));
            several = count > 1 ? new ForwardProducts(subject).several(count) : null;
        }
        return several;
    }

    private Made vjp(ScalarProducts scalar) {
        if (subject.isScalar()) {
            return scalar.vjp();
        }
        ArrayProducts products = new ArrayProducts(subject);
        return subject.isVoid() ? products.vjpInPlace() : products.vjp();
    }

    private SecondOrder second() {
        return new SecondOrder(subject, Objects.requireNonNull(of(Kind.GRADIENT)));
    }
}
