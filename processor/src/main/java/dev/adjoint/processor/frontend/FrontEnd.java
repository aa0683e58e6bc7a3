package dev.adjoint.processor.frontend;

import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The front end in one round: from annotated methods to requests and what they reach. */
public final class FrontEnd {
    private final Compilation compilation;
    private final Map<String, Map<MethodKey, MethodReader.Reading>> readings = new LinkedHashMap<>();

    public FrontEnd(Trees trees, Elements elements, Types types) {
        this.compilation = new Compilation(trees, elements, types);
    }

    /**
     * Reads the annotated methods, class by class in the order given.
     *
     * @param annotated all annotated methods of the compilation that are known so far
     * @param wanted the classes whose methods are to be read; of the others only the signatures are
     */
    public List<OwnerReading> read(Collection<ExecutableElement> annotated, Set<String> wanted) {
        Map<TypeElement, OwnerReader> owners = new LinkedHashMap<>();
        for (ExecutableElement method : annotated) {
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            owners.computeIfAbsent(owner, o -> new OwnerReader(this, compilation, o))
                    .add(method);
        }
        List<OwnerReading> all = new ArrayList<>();
        owners.forEach((type, reader) -> {
            if (wanted.contains(type.getQualifiedName().toString())) {
                all.add(reader.read());
            }
        });
        return all;
    }

    /** The class of derivatives with methods that only throw; see {@link OwnerReading#unresolved}. */
    public String stub(OwnerReading reading) {
        return new StubWriter(compilation).write(reading);
    }

    /** The method as it is read for a generated class in that package. */
    MethodReader.Reading reading(String packageName, MethodKey key) {
        Map<MethodKey, MethodReader.Reading> known = readings.computeIfAbsent(packageName, p -> new LinkedHashMap<>());
        MethodReader.Reading reading = known.get(key);
        if (reading == null) {
            ExecutableElement method = compilation.method(key);
            reading = new MethodReader(compilation, method, compilation.trees().getPath(method), packageName).read();
            known.put(key, reading);
        }
        return reading;
    }

    SourceReader reader(String packageName) {
        return new SourceReader() {
            @Override
            public Method read(MethodKey key) {
                Method method = reading(packageName, key).method();
                if (method == null) {
                    throw new IllegalArgumentException(key + " was not accepted");
                }
                return method;
            }

            @Override
            public Optional<Request> request(MethodKey key) {
                return compilation.companions().request(key);
            }

            @Override
            public Optional<Rule> rule(String owner, String name) {
                return compilation.rules().find(owner, name);
            }
        };
    }

    static Diagnostic clash(Request request, Request other) {
        String name = request.base() + "Grad";
        return Diagnostic.of(
                Problem.NAME_CLASH, request.place(), name, request.owner().companion(), other.method());
    }
}
