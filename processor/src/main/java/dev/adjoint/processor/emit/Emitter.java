package dev.adjoint.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes a class as Java source. The text is a function of the class alone. */
public final class Emitter {
    private final Companion companion;

    private Emitter(Companion companion) {
        this.companion = companion;
    }

    /** The source file that declares the class. */
    public static String emit(Companion companion) {
        return new Emitter(companion).file().toString();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(companion.name())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("$L", "Derivatives of {@link " + companion.primal() + "}, written by Adjoint.\n")
                .addAnnotation(ClassName.get("dev.adjoint", "AdjointGenerated"))
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "all")
                        .build());
        if (companion.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        companion.members().forEach(m -> type.addMethod(method(m)));
        companion.records().forEach(r -> type.addType(record(r)));
        return JavaFile.builder(companion.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("  ")
                .build();
    }

    private MethodSpec method(Companion.Member member) {
        Function function = member.function();
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.key().name())
                .addModifiers(modifiers(member.visibility()))
                .returns(function.result() == null ? TypeName.VOID : type(function.result()));
        if (!member.javadoc().isEmpty()) {
            method.addJavadoc("$L", Comments.javadoc(member.javadoc()));
        }
        function.parameters().forEach(p -> method.addParameter(type(p.type()), p.name()));
        List<String> lines = Body.of(function, Set.of());
        return method.addCode(ClassNames.code(String.join("\n", lines) + "\n")).build();
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
            constructor.addParameter(ParameterSpec.builder(type(component.type()), component.name())
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

    private static TypeName type(Type type) {
        if (type instanceof ArrayType array) {
            return com.palantir.javapoet.ArrayTypeName.of(type(array.element()));
        }
        return type instanceof Primitive primitive ? primitive(primitive) : reference(type.text());
    }

    private static TypeName primitive(Primitive type) {
        return switch (type) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }

    /** Types are only ever printed, so any text can stand for one; its class names are imported where that is safe. */
    private static TypeName reference(String text) {
        return ClassName.bestGuess(text);
    }

    static CodeBlock code(String text) {
        return ClassNames.code(text);
    }
}
