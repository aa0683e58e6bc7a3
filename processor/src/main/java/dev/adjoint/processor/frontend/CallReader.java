package dev.adjoint.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Overloads.Argument;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Method calls: finds the methods that the name may mean, chooses one, and says what the call becomes. */
final class CallReader {
    private final Body body;
    private final Compilation compilation;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final NameReader names;
    private final Members members;
    private final Overloads overloads;
    private final CallTargets targets;

    CallReader(
            Body body,
            ExpressionReader expressions,
            NameReader names,
            FunctionReader functions,
            Conversions conversions) {
        this.body = body;
        this.compilation = body.compilation();
        this.types = body.types();
        this.expressions = expressions;
        this.names = names;
        this.members = new Members(compilation);
        this.overloads = new Overloads(types, compilation.functions());
        this.targets = new CallTargets(body, functions, conversions);
    }

    CallTargets targets() {
        return targets;
    }

    Typed read(MethodInvocationTree tree, @Nullable TypeMirror target) {
        Typed sum = streamSum(tree);
        if (sum != null) {
            return sum;
        }
        ExpressionTree select = tree.getMethodSelect();
        if (select instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return call(receiver(name), unqualified(name), name, arguments(tree), tree, target);
        }
        MemberSelectTree member = (MemberSelectTree) select;
        String name = member.getIdentifier().toString();
        TypeMirror owner = names.type(member.getExpression());
        if (owner != null) {
            return call(null, members.statics(owner, name), name, arguments(tree), tree, target);
        }
        return onValue(expressions.read(member.getExpression()), name, tree, target);
    }

    private Typed onValue(Typed receiver, String name, MethodInvocationTree tree, @Nullable TypeMirror target) {
        List<Argument> arguments = arguments(tree);
        if (receiver.functional() != null) {
            return targets.invoke(receiver, name, arguments, tree);
        }
        if (receiver.type() instanceof GeneratedRecord record) {
            return targets.generatedComponent(receiver, record, name);
        }
        boolean array = receiver.type().getKind() == TypeKind.ARRAY;
        if (array && name.equals("clone")) {
            return new Typed(
                    new Tree.Library(
                            Tree.Library.Kind.CLONE, List.of(receiver.tree()), receiver.value(), body.position(tree)),
                    receiver.type());
        }
        TypeMirror site = array ? types.named("java.lang.Object") : types.upward(receiver.type());
        return call(receiver, members.all(types.capture(site), name), name, arguments, tree, target);
    }

    /** The arguments; all are read before the call is given up because of one. */
    private List<Argument> arguments(MethodInvocationTree tree) {
        return arguments(tree.getArguments());
    }

    List<Argument> arguments(List<? extends ExpressionTree> trees) {
        List<ExpressionTree> values = new ArrayList<>();
        trees.stream().filter(t -> !ExpressionReader.isFunction(t)).forEach(values::add);
        List<Typed> typed = new ArrayList<>(expressions.readAll(values));
        List<Argument> arguments = new ArrayList<>();
        for (ExpressionTree tree : trees) {
            arguments.add(new Argument(tree, ExpressionReader.isFunction(tree) ? null : typed.remove(0)));
        }
        return arguments;
    }

    Typed call(
            @Nullable Typed receiver,
            List<Candidate> candidates,
            String name,
            List<Argument> arguments,
            ExpressionTree tree,
            @Nullable TypeMirror target) {
        Overloads.Choice choice = overloads.choose(name, candidates, arguments, target);
        return targets.of(receiver, choice, arguments, tree);
    }

    Members members() {
        return members;
    }

    Overloads overloads() {
        return overloads;
    }

    private @Nullable Typed receiver(String name) {
        Variable self = body.self();
        boolean ofRecord = self != null
                && members.all(body.owner().asType(), name).stream().anyMatch(CallReader::isInstance);
        return ofRecord ? names.of(self) : null;
    }

    private static boolean isInstance(Candidate candidate) {
        Element element = candidate.element();
        return element != null && !element.getModifiers().contains(Modifier.STATIC);
    }

    /** The methods of the innermost class around that has any of that name, or the imported ones (JLS 15.12.1). */
    private List<Candidate> unqualified(String name) {
        for (Element e = body.owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
            List<Candidate> found = members.all(type.asType(), name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<Candidate> imported = new ArrayList<>();
        for (String owner : body.names().imports().staticOwners(name)) {
            TypeMirror type = body.names().qualified(owner);
            if (type != null) {
                imported.addAll(members.statics(type, name));
            }
        }
        if (imported.isEmpty()) {
            throw new Unresolved(name + "(...)");
        }
        return imported;
    }

    /** {@code Arrays.stream(a).sum()} of a {@code double[]}. */
    private @Nullable Typed streamSum(MethodInvocationTree tree) {
        boolean sum = tree.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("sum")
                && tree.getArguments().isEmpty()
                && isStream(select.getExpression());
        if (!sum) {
            return null;
        }
        MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
        Typed array = expressions.read(
                ((MethodInvocationTree) select.getExpression()).getArguments().get(0));
        if (!types.isSame(array.type(), types.arrayOf(types.primitive(TypeKind.DOUBLE)))) {
            return null;
        }
        TypeMirror result = types.primitive(TypeKind.DOUBLE);
        return new Typed(
                new Tree.Library(
                        Tree.Library.Kind.STREAM_SUM,
                        List.of(array.tree()),
                        compilation.ir(result),
                        body.position(tree)),
                result);
    }

    private boolean isStream(ExpressionTree tree) {
        if (!(tree instanceof MethodInvocationTree call)
                || call.getArguments().size() != 1
                || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return false;
        }
        TypeMirror owner = names.type(select.getExpression());
        boolean arrays = select.getIdentifier().contentEquals("stream") && isNamed(owner, "java.util.Arrays");
        boolean stream = select.getIdentifier().contentEquals("of") && isNamed(owner, "java.util.stream.DoubleStream");
        return arrays || stream;
    }

    private static boolean isNamed(@Nullable TypeMirror type, String name) {
        return type != null && JavaTypes.isNamed(type, name);
    }

    /** A call written as a method reference, on parameters of the lambda that it is written out as. */
    Typed referred(TypeMirror owner, String name, List<Argument> arguments, ExpressionTree tree) {
        List<Candidate> statics = members.statics(owner, name).stream()
                .filter(c -> !isInstance(c))
                .toList();
        Overloads.Choice choice = overloads.tryChoose(name, statics, arguments);
        if (choice != null) {
            return targets.of(null, choice, arguments, tree);
        }
        if (arguments.isEmpty() || arguments.get(0).typed() == null) {
            throw body.refuse(Problem.METHOD_REFERENCE, tree, tree);
        }
        return onReceiver(arguments.get(0).typed(), name, arguments.subList(1, arguments.size()), tree);
    }

    /** A call on a value, written as a method reference. */
    Typed onReceiver(Typed receiver, String name, List<Argument> arguments, ExpressionTree tree) {
        if (receiver.functional() != null) {
            return targets.invoke(receiver, name, arguments, tree);
        }
        TypeMirror site = types.capture(types.upward(receiver.type()));
        return call(receiver, members.all(site, name), name, arguments, tree, null);
    }
}
