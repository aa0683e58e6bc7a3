package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What one round of the compiler offers: elements, types and trees, all of which are made anew in the next round. */
final class Compilation {
    private final Trees trees;
    private final Elements elements;
    private final JavaTypes types;
    private final TypeTable table;
    private final Functions functions;
    private final Companions companions;
    private final Rules rules;
    private final Map<MethodKey, ExecutableElement> methods = new HashMap<>();

    Compilation(Trees trees, Elements elements, Types types, JarIndex index) {
        this.trees = trees;
        this.elements = elements;
        this.types = new JavaTypes(types, elements);
        this.table = new TypeTable(this.types);
        this.functions = new Functions(this);
        this.companions = new Companions(this);
        this.rules = new Rules(this, index);
    }

    Trees trees() {
        return trees;
    }

    Elements elements() {
        return elements;
    }

    JavaTypes types() {
        return types;
    }

    TypeTable table() {
        return table;
    }

    Functions functions() {
        return functions;
    }

    Companions companions() {
        return companions;
    }

    Records records() {
        return new Records(this);
    }

    Rules rules() {
        return rules;
    }

    Type ir(TypeMirror type) {
        return table.of(type);
    }

    /** What a method is called by. */
    MethodKey key(ExecutableElement method) {
        List<String> erasure = method.getParameters().stream()
                .map(p -> TypeText.of(types.erasure(p.asType())))
                .toList();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        MethodKey key = new MethodKey(
                owner.getQualifiedName().toString(), method.getSimpleName().toString(), erasure);
        methods.put(key, method);
        return key;
    }

    ExecutableElement method(MethodKey key) {
        ExecutableElement method = methods.get(key);
        if (method == null) {
            throw new IllegalArgumentException("nothing was read that calls " + key);
        }
        return method;
    }

    /** The path to the method's tree if its source is in this compilation, else null. */
    @Nullable
    TreePath source(Element method) {
        TreePath path = trees.getPath(method);
        return path != null && path.getLeaf() instanceof MethodTree ? path : null;
    }

    /** Whether the generated class in that package can name the element. */
    boolean isReachable(Element element, String packageName) {
        boolean samePackage = elements.getPackageOf(element).getQualifiedName().contentEquals(packageName);
        for (Element e = element; e instanceof TypeElement || e == element; e = e.getEnclosingElement()) {
            boolean hidden = e.getModifiers().contains(Modifier.PRIVATE)
                    || (!samePackage && !e.getModifiers().contains(Modifier.PUBLIC) && !isInterfaceMember(e));
            if (hidden) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInterfaceMember(Element e) {
        return e.getEnclosingElement() != null
                && e.getEnclosingElement().getKind().isInterface();
    }
}
