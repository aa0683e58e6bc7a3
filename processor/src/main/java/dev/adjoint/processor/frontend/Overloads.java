package dev.adjoint.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Chooses among overloaded methods: JLS 15.12.2, phases by strict and loose invocation and variable arity. */
final class Overloads {
    private final JavaTypes types;
    private final Functions functions;

    Overloads(JavaTypes types, Functions functions) {
        this.types = types;
        this.functions = functions;
    }

    /**
     * An argument of a call.
     *
     * @param tree its tree
     * @param typed what it was read as; null for a lambda or method reference, whose type depends on the method chosen
     */
    record Argument(ExpressionTree tree, @Nullable Typed typed) {
        /** The type of its value. */
        dev.adjoint.processor.ir.Type value() {
            return java.util.Objects.requireNonNull(typed).value();
        }
    }

    /**
     * The method chosen.
     *
     * @param candidate the method
     * @param parameters the type that each argument is converted to, type variables put in
     * @param result the result type, type variables put in
     * @param spread whether the last arguments are packed into an array
     */
    record Choice(Candidate candidate, List<TypeMirror> parameters, TypeMirror result, boolean spread) {}

    private enum Phase {
        STRICT,
        LOOSE,
        VARARGS
    }

    /** The method that the call means. */
    Choice choose(String name, List<Candidate> candidates, List<Argument> arguments, @Nullable TypeMirror target) {
        for (Phase phase : Phase.values()) {
            List<Choice> applicable = new ArrayList<>();
            for (Candidate candidate : candidates) {
                Choice choice = apply(candidate, arguments, phase, target);
                if (choice != null) {
                    applicable.add(choice);
                }
            }
            if (!applicable.isEmpty()) {
                return mostSpecific(name, applicable, arguments);
            }
        }
        throw new Unresolved("no method " + name + " fits the arguments");
    }

    /** The method that the call means, or null if none fits. */
    @Nullable
    Choice tryChoose(String name, List<Candidate> candidates, List<Argument> arguments) {
        try {
            return choose(name, candidates, arguments, null);
        } catch (Unresolved e) {
            return null;
        }
    }

    private @Nullable Choice apply(
            Candidate candidate, List<Argument> arguments, Phase phase, @Nullable TypeMirror target) {
        List<TypeMirror> formals = formals(candidate, arguments.size(), phase);
        if (formals == null) {
            return null;
        }
        Inference inference = new Inference(types, candidate.variables());
        for (int i = 0; i < formals.size(); i++) {
            learn(inference, formals.get(i), arguments.get(i));
        }
        if (target != null && inference.isNeeded() && !inference.isBound(candidate.result())) {
            inference.learn(candidate.result(), target);
        }
        List<TypeMirror> parameters = formals.stream().map(inference::apply).toList();
        for (int i = 0; i < parameters.size(); i++) {
            if (!fits(arguments.get(i), formals.get(i), parameters.get(i), phase)) {
                return null;
            }
        }
        return new Choice(candidate, parameters, inference.apply(candidate.result()), phase == Phase.VARARGS);
    }

    private void learn(Inference inference, TypeMirror formal, Argument argument) {
        if (argument.typed() != null) {
            inference.learn(formal, argument.typed().type());
        }
    }

    private @Nullable List<TypeMirror> formals(Candidate candidate, int count, Phase phase) {
        List<TypeMirror> formals = new ArrayList<>(candidate.parameters());
        if (phase != Phase.VARARGS) {
            return formals.size() == count ? formals : null;
        }
        if (!candidate.varargs() || count < formals.size() - 1) {
            return null;
        }
        ArrayType last = (ArrayType) formals.remove(formals.size() - 1);
        while (formals.size() < count) {
            formals.add(last.getComponentType());
        }
        return formals;
    }

    private boolean fits(Argument argument, TypeMirror formal, TypeMirror parameter, Phase phase) {
        Typed typed = argument.typed();
        if (typed == null) {
            return formal instanceof TypeVariable || fitsFunction(argument.tree(), parameter);
        }
        return phase == Phase.STRICT
                ? types.isStrictlyConvertible(typed.type(), parameter)
                : types.isConvertible(typed.type(), parameter);
    }

    private boolean fitsFunction(ExpressionTree tree, TypeMirror parameter) {
        Functions.Shape shape = functions.shape(parameter);
        if (shape == null) {
            return false;
        }
        return !(tree instanceof LambdaExpressionTree lambda)
                || lambda.getParameters().size() == shape.parameters().size() && givesValue(lambda, shape);
    }

    /** An expression body fits both; a block body fits by whether it returns a value. */
    private boolean givesValue(LambdaExpressionTree lambda, Functions.Shape shape) {
        if (lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
            return true;
        }
        boolean gives = ReturnsValue.in(lambda.getBody());
        return gives == (shape.result().getKind() != TypeKind.VOID) || ReturnsValue.neverEnds(lambda.getBody());
    }

    private Choice mostSpecific(String name, List<Choice> applicable, List<Argument> arguments) {
        List<Choice> best = new ArrayList<>();
        for (Choice choice : applicable) {
            if (applicable.stream().allMatch(other -> isMoreSpecific(choice, other, arguments))) {
                best.add(choice);
            }
        }
        if (best.isEmpty()) {
            throw new Unresolved("the call of " + name + " is ambiguous");
        }
        return best.stream().filter(c -> !isAbstract(c)).findFirst().orElse(best.get(0));
    }

    private static boolean isAbstract(Choice choice) {
        return choice.candidate().element() != null
                && choice.candidate().element().getModifiers().contains(javax.lang.model.element.Modifier.ABSTRACT);
    }

    private boolean isMoreSpecific(Choice a, Choice b, List<Argument> arguments) {
        if (a == b) {
            return true;
        }
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror left = a.parameters().get(i);
            TypeMirror right = b.parameters().get(i);
            boolean specific = arguments.get(i).typed() == null
                    ? types.isSame(left, right) || isMoreSpecificFunction(left, right, arguments.get(i))
                    : types.isMoreSpecific(left, right);
            if (!specific) {
                return false;
            }
        }
        return true;
    }

    private boolean isMoreSpecificFunction(TypeMirror left, TypeMirror right, Argument argument) {
        Functions.Shape a = functions.shape(left);
        Functions.Shape b = functions.shape(right);
        if (a == null || b == null) {
            return types.isSubtype(left, right);
        }
        if (b.result().getKind() == TypeKind.VOID) {
            return true;
        }
        boolean explicit = !(argument.tree() instanceof LambdaExpressionTree lambda)
                || lambda.getParameters().stream().allMatch(p -> p.getType() != null);
        return explicit && a.result().getKind() != TypeKind.VOID && types.isMoreSpecific(a.result(), b.result());
    }
}
