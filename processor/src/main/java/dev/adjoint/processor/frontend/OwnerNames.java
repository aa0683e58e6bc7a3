package dev.adjoint.processor.frontend;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** How a class is called, and what the class of its derivatives will be called. */
final class OwnerNames {
    private OwnerNames() {}

    static Request.Owner of(Compilation compilation, TypeElement type) {
        String packageName =
                compilation.elements().getPackageOf(type).getQualifiedName().toString();
        String name = type.getQualifiedName().toString();
        String local = packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
        String binary = compilation.elements().getBinaryName(type).toString();
        return new Request.Owner(packageName, name, binary, local.replace('.', '_') + "Grad", isPublic(type));
    }

    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean ofInterface = e.getEnclosingElement().getKind().isInterface();
            if (!e.getModifiers().contains(Modifier.PUBLIC) && !ofInterface) {
                return false;
            }
        }
        return true;
    }
}
