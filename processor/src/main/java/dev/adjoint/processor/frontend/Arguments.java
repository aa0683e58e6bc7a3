package dev.adjoint.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import dev.adjoint.processor.frontend.Overloads.Argument;
import dev.adjoint.processor.frontend.Overloads.Choice;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Arguments as the parameters of the method that is called take them. */
final class Arguments {
    private final Compilation compilation;
    private final JavaTypes types;
    private final FunctionReader functions;
    private final Conversions conversions;

    Arguments(Body body, FunctionReader functions, Conversions conversions) {
        this.compilation = body.compilation();
        this.types = body.types();
        this.functions = functions;
        this.conversions = conversions;
    }

    /** Each argument converted to its parameter, those of a variable-arity method one by one. */
    List<Tree.Expression> converted(Choice choice, List<Argument> arguments) {
        List<Tree.Expression> args = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            args.add(converted(arguments.get(i), choice.parameters().get(i)));
        }
        return args;
    }

    Tree.Expression converted(Argument argument, TypeMirror parameter) {
        if (argument.typed() == null) {
            return functions.read(argument.tree(), parameter).tree();
        }
        if (argument.typed().functional() != null) {
            return argument.typed().tree();
        }
        return conversions.convert(argument.typed(), parameter, argument.tree());
    }

    /** The same, with the last arguments of a variable-arity call packed into an array. */
    List<Tree.Expression> packed(Choice choice, List<Argument> arguments) {
        List<? extends TypeMirror> formals = choice.candidate().parameters();
        List<Tree.Expression> args = converted(choice, arguments);
        for (int i = 0; i < args.size(); i++) {
            args.set(
                    i,
                    declared(
                            args.get(i),
                            formal(formals, i, choice.spread()),
                            arguments.get(i).tree()));
        }
        if (!choice.spread()) {
            return args;
        }
        int fixed = formals.size() - 1;
        TypeMirror array = types.erasure(formals.get(fixed));
        List<Tree.Expression> all = new ArrayList<>(args.subList(0, fixed));
        all.add(new Tree.ArrayOf(compilation.ir(array), List.copyOf(args.subList(fixed, args.size()))));
        return all;
    }

    /** What a method with source takes as a function is looked into, an object with such a method too. */
    List<Tree.Expression> withFunctions(List<Tree.Expression> args, Choice choice, List<Argument> arguments) {
        List<? extends TypeMirror> formals = choice.candidate().parameters();
        List<Tree.Expression> all = new ArrayList<>(args);
        for (int i = 0; i < formals.size(); i++) {
            boolean function = compilation.functions().shape(formals.get(i)) != null;
            Typed given = function ? arguments.get(i).typed() : null;
            if (given != null && given.functional() == null) {
                all.set(
                        i,
                        functions
                                .object(given, arguments.get(i).tree(), formals.get(i))
                                .tree());
            }
        }
        return all;
    }

    private static TypeMirror formal(List<? extends TypeMirror> formals, int argument, boolean spread) {
        int last = formals.size() - 1;
        return spread && argument >= last
                ? ((javax.lang.model.type.ArrayType) formals.get(last)).getComponentType()
                : formals.get(argument);
    }

    /** The argument as the method declares it, which for a type variable is less than what it stands for in this call. */
    private Tree.Expression declared(Tree.Expression arg, TypeMirror formal, ExpressionTree tree) {
        boolean same =
                arg.type() == null || compilation.ir(types.erasure(formal)).equals(arg.type());
        return same ? arg : conversions.whole(arg, formal, tree);
    }
}
