package dev.adjoint.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Overloads.Argument;
import dev.adjoint.processor.frontend.Overloads.Choice;
import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.FunctionalType;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a call becomes once its method is known: an operation, a call to be differentiated, or Java passed through. */
final class CallTargets {
    /** The classes whose methods on numbers are operations. */
    private static final Set<String> OPERATIONS =
            Set.of("java.lang.Math", "java.lang.StrictMath", "java.lang.Double", "java.lang.Float");

    private final Body body;
    private final Compilation compilation;
    private final JavaTypes types;
    private final Conversions conversions;
    private final Arguments taking;

    CallTargets(Body body, FunctionReader functions, Conversions conversions) {
        this.body = body;
        this.compilation = body.compilation();
        this.types = body.types();
        this.conversions = conversions;
        this.taking = new Arguments(body, functions, conversions);
    }

    Typed of(@Nullable Typed receiver, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        if (choice.candidate().generated() != null) {
            return generated(choice, arguments, tree);
        }
        ExecutableElement method = Objects.requireNonNull(choice.candidate().element());
        if (compilation.rules().isOverridden(method)) {
            return ruled(method, choice, arguments, tree);
        }
        if (isMath(method)) {
            return math(method, choice, arguments, tree);
        }
        Tree.Library.Kind library = LibraryCalls.kind(method);
        if (library != null) {
            return library(library, choice, arguments, tree);
        }
        return receiver != null && !method.getModifiers().contains(Modifier.STATIC)
                ? onInstance(receiver, method, choice, arguments, tree)
                : onClass(method, choice, arguments, tree);
    }

    private static String owner(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }

    // ------------------------------------------------------------------------------------- static methods

    private static boolean isMath(ExecutableElement method) {
        String owner = owner(method);
        return OPERATIONS.contains(owner)
                && method.getModifiers().contains(Modifier.STATIC)
                && !method.getParameters().isEmpty()
                && method.getReturnType().getKind().isPrimitive()
                && method.getParameters().stream()
                        .allMatch(p -> p.asType().getKind().isPrimitive());
    }

    /** Why the operation has no derivative, or nothing if it has one. */
    private static String reason(Op op) {

        return dev.adjoint.processor.rules.Rules.of(op) instanceof dev.adjoint.processor.rules.Rule.Refused refused
                ? refused.reason()
                : "";
    }

    private Typed math(ExecutableElement method, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        List<Primitive> parameters =
                choice.parameters().stream().map(JavaTypes::primitive).toList();
        Op op = Op.call(owner(method) + "." + method.getSimpleName(), parameters, JavaTypes.primitive(choice.result()));
        Tree.Operation operation = new Tree.Operation(op, taking.converted(choice, arguments));
        String reason = reason(op);
        return new Typed(
                reason.isEmpty() ? operation : body.guard(operation, Problem.NO_DERIVATIVE, tree, op.name(), reason),
                choice.result());
    }

    private Typed library(Tree.Library.Kind kind, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        List<Tree.Expression> args = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Typed given = arguments.get(i).typed();
            boolean array = given != null && given.type().getKind() == TypeKind.ARRAY;
            args.add(
                    array
                            ? given.tree()
                            : taking.converted(arguments.get(i), libraryParameter(kind, choice, arguments, i)));
        }
        TypeMirror type = LibraryCalls.isShapedLikeArgument(kind)
                ? Objects.requireNonNull(arguments.get(0).typed()).type()
                : choice.result();
        if (LibraryCalls.fills(kind) && args.get(0).type() instanceof dev.adjoint.processor.ir.ArrayType array) {
            args.set(args.size() - 1, filling(args.get(args.size() - 1), array.element(), tree));
        }
        return new Typed(new Tree.Library(kind, args, result(type, tree), body.position(tree)), type);
    }

    /** What fills an array of objects is declared as an object. */
    private static TypeMirror libraryParameter(
            Tree.Library.Kind kind, Choice choice, List<Argument> arguments, int argument) {
        Typed first = arguments.get(0).typed();
        boolean filling = LibraryCalls.fills(kind) && argument == arguments.size() - 1;
        TypeMirror declared = choice.parameters().get(argument);
        return filling
                        && !declared.getKind().isPrimitive()
                        && first != null
                        && first.type() instanceof javax.lang.model.type.ArrayType array
                ? array.getComponentType()
                : declared;
    }

    private Tree.Expression filling(Tree.Expression value, Type element, ExpressionTree tree) {
        return element.differentiable() && !element.equals(value.type())
                ? body.guard(value, Problem.BOXED, tree, value.type(), element.text())
                : value;
    }

    private @Nullable Type result(TypeMirror type, ExpressionTree tree) {
        return type.getKind() == TypeKind.VOID ? null : body.ir(type, tree);
    }

    private Typed onClass(ExecutableElement method, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "the call of the instance method '" + method + "'");
        }
        if (compilation.source(method) != null) {
            return isPassedOn(method, choice, arguments)
                    ? passedStatic(method, choice, arguments, tree)
                    : call(method, List.of(), choice, arguments, tree);
        }
        boolean plain =
                arguments.stream().allMatch(a -> a.typed() != null && a.typed().functional() == null);
        boolean active = plain && arguments.stream().anyMatch(a -> a.value().differentiable());
        if (active && compilation.rules().isKnown(method)) {
            return ruled(method, choice, arguments, tree);
        }
        return passedStatic(method, choice, arguments, tree);
    }

    /** A call on inactive values only is left as it is, if the generated class can make it and no array is shared. */
    private boolean isPassedOn(ExecutableElement method, Choice choice, List<Argument> arguments) {
        boolean plain = arguments.stream()
                .allMatch(a -> a.typed() != null
                        && a.typed().functional() == null
                        && !a.value().isArray()
                        && !a.value().differentiable());
        return plain
                && !compilation.table().holdsArray(choice.result())
                && !compilation.table().isDifferentiable(choice.result())
                && compilation.isReachable(method, body.packageName());
    }

    private void needVisible(ExecutableElement method, ExpressionTree tree) {
        if (!compilation.isReachable(method, body.packageName())) {
            throw body.refuse(Problem.NOT_VISIBLE, tree, "'" + method + "'");
        }
    }

    private Typed passedStatic(ExecutableElement method, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        needVisible(method, tree);
        return passed(owner(method) + "." + method.getSimpleName() + "(", null, method, choice, arguments, tree);
    }

    private Typed ruled(ExecutableElement method, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        refuseFunctions(method, arguments);
        List<Tree.Expression> args = taking.packed(choice, arguments);
        MethodKey key = compilation.key(method);
        List<Rule> rules = compilation.rules().of(key);
        List<Boolean> wrt = rules.get(0).wrt();
        needVisible(method, tree);
        rules.forEach(rule -> needVisible(compilation.method(rule.method()), tree));
        for (int i = 0; i < args.size(); i++) {
            Type type = args.get(i).type();
            if (type != null && type.differentiable() && !wrt.get(i)) {
                body.guard(args.get(i), Problem.NOT_DIFFERENTIATED_BY, tree, i + 1, method.getSimpleName());
            }
        }
        Tree.Expression call = new Tree.RuledCall(key, wrt, args, result(choice.result(), tree), body.position(tree));
        return new Typed(call, choice.result());
    }

    private Typed generated(Choice choice, List<Argument> arguments, ExpressionTree tree) {
        Candidate.Generated target = Objects.requireNonNull(choice.candidate().generated());
        Tree.Expression call = new Tree.GeneratedCall(
                target.companion(),
                target.name(),
                target.primal(),
                taking.converted(choice, arguments),
                result(choice.result(), tree),
                body.position(tree));
        body.callees().putIfAbsent(target.primal(), body.place(tree));
        return new Typed(call, choice.result());
    }

    private static boolean isGenerated(ExecutableElement method) {
        return Annotations.has(method.getEnclosingElement(), Annotations.GENERATED);
    }

    // ------------------------------------------------------------------------------------ methods with source

    private Typed call(
            ExecutableElement method,
            List<Tree.Expression> receiver,
            Choice choice,
            List<Argument> arguments,
            ExpressionTree tree) {
        if (Annotations.has(method, Annotations.DIFFERENTIABLE)) {
            refuseFunctions(method, arguments);
        }
        MethodKey key = compilation.key(method);
        body.callees().putIfAbsent(key, body.place(tree));
        List<Tree.Expression> args = new ArrayList<>(receiver);
        List<Tree.Expression> given = taking.packed(choice, arguments);
        args.addAll(
                Annotations.has(method, Annotations.DIFFERENTIABLE)
                        ? given
                        : taking.withFunctions(given, choice, arguments));
        for (int i = 0; i < method.getParameters().size(); i++) {
            guardGeneric(method, i, args.get(i + receiver.size()), tree);
        }
        TypeMirror declared = method.getReturnType();
        Type returned = result(declared, tree);
        Type wanted = result(choice.result(), tree);
        Tree.Expression call = new Tree.Call(key, args, returned, body.position(tree));
        if (returned == null || returned.equals(wanted)) {
            return new Typed(call, choice.result());
        }
        String cast = "(" + Objects.requireNonNull(wanted).text() + ") ";
        return new Typed(new Tree.Passed(List.of(cast, ""), List.of(call), wanted, Effect.READS), choice.result());
    }

    private void guardGeneric(ExecutableElement method, int i, Tree.Expression arg, ExpressionTree tree) {
        TypeMirror declared = method.getParameters().get(i).asType();
        if (arg.type() != null
                && arg.type().differentiable()
                && !compilation.table().isDifferentiable(declared)) {
            body.guard(
                    arg,
                    Problem.GENERIC_ARGUMENT,
                    tree,
                    method.getParameters().get(i),
                    method.getSimpleName(),
                    declared);
        }
    }

    // -------------------------------------------------------------------------------------- constructors

    /** A new record: by its canonical constructor, or by one that is code of its own. */
    Typed record(
            RecordType type,
            TypeMirror mirror,
            ExecutableElement constructor,
            Choice choice,
            List<Argument> arguments,
            ExpressionTree tree) {
        boolean known = hasSource(constructor);
        if (compilation.records().onlyAssigns(constructor)) {
            Tree.Expression made = new Tree.Construct(type, taking.packed(choice, arguments));
            String name = "new " + constructor.getEnclosingElement().getSimpleName();
            boolean trusted = known || isGenerated(constructor);
            return new Typed(trusted ? made : body.guard(made, Problem.NO_SOURCE, tree, name), mirror);
        }
        if (!known) {
            return created(mirror, constructor, choice, arguments, tree);
        }
        MethodKey key = compilation.key(constructor);
        body.callees().putIfAbsent(key, body.place(tree));
        return new Typed(new Tree.Call(key, taking.packed(choice, arguments), type, body.position(tree)), mirror);
    }

    private boolean hasSource(ExecutableElement constructor) {
        return compilation.trees().getPath(constructor.getEnclosingElement()) != null;
    }

    Typed created(
            TypeMirror type,
            ExecutableElement constructor,
            Choice choice,
            List<Argument> arguments,
            ExpressionTree tree) {
        refuseFunctions(constructor, arguments);
        if (!compilation.isReachable(constructor, body.packageName())) {
            throw body.refuse(Problem.NOT_VISIBLE, tree, "the constructor '" + constructor + "'");
        }
        Passing passing = new Passing(new ArrayList<>(), new ArrayList<>(), "new " + TypeText.of(type) + "(");
        taking.converted(choice, arguments).forEach(passing::add);
        Tree.Passed made = passing.end(body.ir(type, tree), Effect.ANY);
        boolean exception = types.isErasedSubtype(type, types.named("java.lang.Throwable"));
        boolean active =
                made.args().stream().anyMatch(a -> a.type() != null && a.type().differentiable());
        return new Typed(
                active && !exception ? body.guard(made, Problem.ACTIVE_OBJECT, tree, TypeText.of(type)) : made, type);
    }

    // ---------------------------------------------------------------------------------- instance methods

    private Typed onInstance(
            Typed receiver, ExecutableElement method, Choice choice, List<Argument> arguments, ExpressionTree tree) {
        boolean record = receiver.tree().type() instanceof RecordType;
        boolean own = method.getEnclosingElement().getKind() == ElementKind.RECORD;
        if (record && own && isCode(method)) {
            return call(method, List.of(receiver.tree()), choice, arguments, tree);
        }
        if (record && isComponent((RecordType) receiver.value(), method)) {
            String name = method.getSimpleName().toString();
            return new Typed(
                    new Tree.Component(receiver.tree(), name, body.ir(choice.result(), tree)), choice.result());
        }
        if (!isReachable(method, receiver.type())) {
            throw body.refuse(Problem.NOT_VISIBLE, tree, "'" + method + "'");
        }
        return passed("." + method.getSimpleName() + "(", receiver, method, choice, arguments, tree);
    }

    /** Whether it has source, and does more than return a component. */
    private boolean isCode(ExecutableElement method) {
        TypeElement record = (TypeElement) method.getEnclosingElement();
        boolean accessor = method.getParameters().isEmpty()
                && record.getRecordComponents().stream()
                        .anyMatch(c -> c.getSimpleName().equals(method.getSimpleName()));
        return compilation.source(method) != null
                && (!accessor
                        || compilation
                                .records()
                                .hasOwnAccessor(record, method.getSimpleName().toString()));
    }

    /** A public method may be inherited from a class that is hidden; the receiver's own class counts. */
    private boolean isReachable(ExecutableElement method, TypeMirror receiver) {
        TypeMirror site = types.upward(receiver);
        boolean inherited = method.getModifiers().contains(Modifier.PUBLIC)
                && site.getKind() == TypeKind.DECLARED
                && compilation.isReachable(JavaTypes.element(site), body.packageName());
        return inherited || compilation.isReachable(method, body.packageName());
    }

    private static boolean isComponent(RecordType type, ExecutableElement method) {
        return method.getParameters().isEmpty()
                && type.components().stream()
                        .anyMatch(c -> method.getSimpleName().contentEquals(c.name()));
    }

    Typed generatedComponent(Typed receiver, GeneratedRecord record, String name) {
        TypeMirror type = record.components().get(name);
        if (type == null) {
            throw new Unresolved(record + " has no component " + name);
        }
        return new Typed(new Tree.Component(receiver.tree(), name, compilation.ir(type)), type);
    }

    /** A call of the single method of a function that is known here. */
    Typed invoke(Typed function, String name, List<Argument> arguments, ExpressionTree tree) {
        FunctionalType functional = Objects.requireNonNull(function.functional());
        Functions.Shape shape = compilation.functions().shape(function.type());
        if (shape == null || !functional.method().equals(name)) {
            throw body.refuse(Problem.FUNCTION_VALUE, tree);
        }
        List<Tree.Expression> args = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror parameter =
                    compilation.functions().unboxed(shape.parameters().get(i));
            args.add(taking.converted(arguments.get(i), parameter));
        }
        TypeMirror result = compilation.functions().unboxed(shape.result());
        return new Typed(
                new Tree.Invoke(function.tree(), functional, args, result(result, tree), body.position(tree)), result);
    }

    // -------------------------------------------------------------------------------------- passed through

    private Typed passed(
            String text,
            @Nullable Typed receiver,
            ExecutableElement method,
            Choice choice,
            List<Argument> arguments,
            ExpressionTree tree) {
        refuseFunctions(method, arguments);
        List<Tree.Expression> args = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        if (receiver != null) {
            pieces.add("");
            args.add(receiver.tree());
        }
        TypeMirror result = types.withoutCapture(choice.result());
        Passing passing = new Passing(pieces, args, text);
        taking.converted(choice, arguments).forEach(passing::add);
        Type type = result(result, tree);
        Tree.Passed call = passing.end(type, KnownMethods.effect(method));
        if (KnownMethods.effect(method) == Effect.ANY) {
            args.forEach(arg -> conversions.refuseArray(arg, tree));
        }
        boolean lost = args.stream().anyMatch(a -> a.type() != null && a.type().differentiable());
        if (KnownMethods.onlyObserves(method, type)) {
            args.forEach(body.guarded()::remove);
            lost = false;
        }
        return new Typed(lost ? guarded(call, method, receiver, tree) : call, result);
    }

    private Tree.Passed guarded(
            Tree.Passed call, ExecutableElement method, @Nullable Typed receiver, ExpressionTree tree) {
        String objection = compilation.rules().objection(method);
        if (objection != null) {
            return body.guard(call, Problem.JAR_DERIVATIVE, tree, method.getSimpleName(), objection);
        }
        return receiver == null
                ? body.guard(call, Problem.NO_SOURCE, tree, method.getSimpleName())
                : body.guard(call, Problem.INSTANCE_CALL, tree, method.getSimpleName(), TypeText.of(receiver.type()));
    }

    private void refuseFunctions(ExecutableElement method, List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (argument.typed() == null || argument.typed().functional() != null) {
                throw body.refuse(Problem.LAMBDA_TO_LIBRARY, argument.tree(), method.getSimpleName());
            }
        }
    }
}
