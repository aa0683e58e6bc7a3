package dev.adjoint.processor.frontend;

import com.sun.source.util.Trees;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The front end in one round: from annotated methods to requests and what they reach. */
public final class FrontEnd {
    private final Compilation compilation;
    private final List<String> unresolvedRules = new ArrayList<>();
    private final Map<String, Map<MethodKey, MethodReader.Reading>> readings = new LinkedHashMap<>();

    /**
     * The front end of a round.
     *
     * @param resources gives the text of a file of the class path, if there is one
     */
    public FrontEnd(Trees trees, Elements elements, Types types, Function<String, Optional<String>> resources) {
        this.compilation = new Compilation(trees, elements, types, new JarIndex(resources));
    }

    /** Reads the methods with {@code @DerivativeOf}; gives what is wrong with them. */
    public Set<Diagnostic> readRules(Collection<ExecutableElement> methods) {
        Set<Diagnostic> problems = new LinkedHashSet<>();
        for (ExecutableElement method : methods) {
            try {
                compilation.rules().add(method, problems);
            } catch (Unresolved e) {
                unresolvedRules.add(method.toString());
            }
        }
        return problems;
    }

    /** Checks the methods with {@code @Checkpoint}. */
    public List<Diagnostic> checkCheckpoints(Collection<ExecutableElement> methods) {
        List<Diagnostic> problems = new ArrayList<>();
        methods.forEach(method -> problems.addAll(new Checkpoints(compilation, method).check()));
        return problems;
    }

    /** Says of which methods {@code @Checkpoint} does nothing, once all classes have been generated. */
    public List<Diagnostic> unusedCheckpoints(Collection<ExecutableElement> methods, Set<String> followed) {
        return methods.stream()
                .filter(method -> !followed.contains(compilation.key(method).toString()))
                .map(method -> new Checkpoints(compilation, method).unused())
                .toList();
    }

    /** Whether the types of all rules could be made out. */
    public boolean rulesAreComplete() {
        return unresolvedRules.isEmpty();
    }

    /**
     * The index of a generated class: texts by path.
     *
     * @param written which parameters each method writes into
     */
    public Map<String, String> index(OwnerReading reading, Map<MethodKey, Set<Integer>> written) {
        return IndexFiles.of(compilation, reading, written);
    }

    /** The index of the rules of this compilation: texts by path. */
    public Map<String, String> ruleIndex() {
        return IndexFiles.ofRules(compilation.rules().own());
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

    /** Remembers all types found, for a later comparison with the compiler's. */
    public void expect(TypeComparison comparison) {
        readings.values().forEach(methods -> methods.values().forEach(r -> comparison.expect(compilation, r)));
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
            public Collection<Diagnostic> openRule(MethodKey rule) {
                Reach reach = new Reach(key -> reading(packageName, key));
                reach.method(rule);
                return reach.unresolved() == null
                        ? reach.problems()
                        : List.of(Diagnostic.of(
                                Problem.STUB_SURVIVED,
                                reading(packageName, rule).place(),
                                rule.name(),
                                reach.unresolved()));
            }

            @Override
            public Map<RecordType, Diagnostic> hiddenRecords() {
                Map<RecordType, Diagnostic> all = new LinkedHashMap<>();
                readings.getOrDefault(packageName, Map.of()).values().forEach(r -> all.putAll(r.hiddenRecords()));
                return all;
            }

            @Override
            public boolean hasSource(MethodKey key) {
                return compilation.source(compilation.method(key)) != null;
            }

            @Override
            public Optional<Request> request(MethodKey key) {
                return compilation.companions().request(key);
            }

            @Override
            public List<Rule> rules(Tree.RuledCall call) {
                return compilation.rules().of(call.method());
            }
        };
    }

    static Diagnostic clash(Request request, Request other) {
        String name = request.base() + "Grad";
        return Diagnostic.of(
                Problem.NAME_CLASH, request.place(), name, request.owner().companion(), other.method());
    }
}
