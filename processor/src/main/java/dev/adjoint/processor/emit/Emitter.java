package dev.adjoint.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes a class as Java source. The text is a function of the class alone. */
public final class Emitter {
    private final Companion companion;
    private final Set<String> names = new HashSet<>();

    private Emitter(Companion companion) {
        this.companion = companion;
        companion.members().forEach(m -> names.add(m.function().key().name()));
    }

    /** The source file that declares the class. */
    public static String emit(Companion companion) {
        return new Emitter(companion).file().toString();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(companion.name())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("$L", "Derivatives of {@link " + primal() + "}, written by Adjoint.\n")
                .addAnnotation(ClassName.get("dev.adjoint", "AdjointGenerated"))
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "all")
                        .build());
        if (companion.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        companion.members().stream().flatMap(m -> divided(m).stream()).forEach(m -> type.addMethod(method(m)));
        companion.records().forEach(r -> type.addType(record(r)));
        return JavaFile.builder(companion.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("  ")
                .build();
    }

    /** The member, and the private parts that a very long one is divided into. */
    private List<Companion.Member> divided(Companion.Member member) {
        List<Function> functions = Splitting.of(member.function(), names);
        List<Companion.Member> members = new ArrayList<>();
        members.add(new Companion.Member(functions.get(0), member.javadoc(), member.visibility()));
        functions
                .subList(1, functions.size())
                .forEach(f -> members.add(new Companion.Member(f, "", Companion.Visibility.PRIVATE)));
        return members;
    }

    /** The class whose derivatives these are, as its own package calls it. */
    private String primal() {
        String prefix = companion.packageName() + ".";
        return companion.primal().startsWith(prefix)
                ? companion.primal().substring(prefix.length())
                : companion.primal();
    }

    private MethodSpec method(Companion.Member member) {
        Function function = member.function();
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.key().name())
                .addModifiers(modifiers(member.visibility()))
                .returns(function.result() == null ? TypeName.VOID : ClassNames.typeName(function.result()));
        if (!member.javadoc().isEmpty()) {
            method.addJavadoc("$L", Comments.javadoc(member.javadoc()));
        }
        function.parameters().forEach(p -> method.addParameter(ClassNames.typeName(p.type()), p.name()));
        List<String> lines = Body.of(function, companion.packageName());
        Set<String> parameters = function.parameters().stream().map(Var::name).collect(Collectors.toSet());
        return method.addCode(ClassNames.code(String.join("\n", lines) + "\n", parameters))
                .build();
    }

    private static Modifier[] modifiers(Companion.Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> new Modifier[] {Modifier.PUBLIC, Modifier.STATIC};
            case PACKAGE -> new Modifier[] {Modifier.STATIC};
            case PRIVATE -> new Modifier[] {Modifier.PRIVATE, Modifier.STATIC};
        };
    }

    private TypeSpec record(Companion.RecordDeclaration declaration) {
        RecordType record = declaration.type();
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (RecordType.Component component : record.components()) {
            constructor.addParameter(ParameterSpec.builder(ClassNames.typeName(component.type()), component.name())
                    .build());
        }
        TypeSpec.Builder type = TypeSpec.recordBuilder(simpleName(record))
                .recordConstructor(constructor.build())
                .addJavadoc("$L", Comments.javadoc(declaration.javadoc()));
        if (declaration.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        return type.build();
    }

    private static String simpleName(RecordType record) {
        return record.name().substring(record.name().lastIndexOf('.') + 1);
    }
}
