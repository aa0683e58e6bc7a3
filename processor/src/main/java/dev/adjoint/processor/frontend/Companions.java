package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.MethodKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The classes that will be generated in this compilation, by their canonical names. */
final class Companions {
    private final Compilation compilation;
    private final Map<String, CompanionMembers> companions = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<MethodKey, Request> requests = new LinkedHashMap<>();

    Companions(Compilation compilation) {
        this.compilation = compilation;
    }

    void add(Request request) {
        requests.put(request.method(), request);
        companions
                .computeIfAbsent(request.owner().companionName(), n -> new CompanionMembers(compilation, n))
                .add(request);
    }

    /** Remembers that the class will not be complete, so that nothing more is said where it is used. */
    void refuse(String companionName) {
        refused.add(companionName);
    }

    Optional<Request> request(MethodKey key) {
        return Optional.ofNullable(requests.get(key));
    }

    /** The generated class or generated record of that canonical name, or null. */
    @Nullable
    TypeMirror type(String name) {
        if (refused.contains(name)) {
            throw new Refused();
        }
        CompanionMembers members = companions.get(name);
        if (members != null) {
            return new CompanionType(members);
        }
        int dot = name.lastIndexOf('.');
        CompanionMembers around = dot < 0 ? null : companions.get(name.substring(0, dot));
        return around == null ? null : around.record(name.substring(dot + 1));
    }
}
