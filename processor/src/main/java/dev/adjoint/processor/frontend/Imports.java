package dev.adjoint.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The imports of a compilation unit, as text: what they mean may only be known in a later round. */
final class Imports {
    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<String> onDemand = new ArrayList<>();
    private final Map<String, List<String>> statics = new LinkedHashMap<>();
    private final List<String> staticOnDemand = new ArrayList<>();
    private final String packageName;

    Imports(CompilationUnitTree unit) {
        packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        unit.getImports().forEach(this::add);
    }

    private void add(ImportTree tree) {
        if (!(tree.getQualifiedIdentifier() instanceof MemberSelectTree select)) {
            return;
        }
        String name = select.getIdentifier().toString();
        String qualifier = select.getExpression().toString();
        if (name.equals("*")) {
            (tree.isStatic() ? staticOnDemand : onDemand).add(qualifier);
        } else if (tree.isStatic()) {
            statics.computeIfAbsent(name, n -> new ArrayList<>()).add(qualifier);
        } else {
            types.put(name, qualifier + "." + name);
        }
    }

    String packageName() {
        return packageName;
    }

    /** The canonical names that a simple type name may stand for, in the order of precedence. */
    List<String> candidates(String simpleName) {
        List<String> names = new ArrayList<>();
        if (types.containsKey(simpleName)) {
            names.add(types.get(simpleName));
        }
        statics.getOrDefault(simpleName, List.of()).forEach(owner -> names.add(owner + "." + simpleName));
        names.add(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
        onDemand.forEach(scope -> names.add(scope + "." + simpleName));
        names.add("java.lang." + simpleName);
        staticOnDemand.forEach(owner -> names.add(owner + "." + simpleName));
        return names;
    }

    /** The classes that a static member of that name may be imported from, single imports first. */
    List<String> staticOwners(String member) {
        List<String> owners = new ArrayList<>(statics.getOrDefault(member, List.of()));
        owners.addAll(staticOnDemand);
        return owners;
    }
}
