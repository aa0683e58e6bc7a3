package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.contract.Derivatives;
import dev.adjoint.processor.contract.Docs;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.emit.Companion;
import dev.adjoint.processor.emit.Companion.Member;
import dev.adjoint.processor.emit.Companion.Visibility;
import dev.adjoint.processor.emit.Emitter;
import dev.adjoint.processor.frontend.Generator;
import dev.adjoint.processor.frontend.OwnerReading;
import dev.adjoint.processor.frontend.Request;
import dev.adjoint.processor.normal.Unsupported;
import java.util.ArrayList;
import java.util.List;

/** From the annotated methods of one class to the source of its companion. */
public final class Pipeline implements Generator {
    @Override
    public String generate(OwnerReading reading, Trace trace) {
        try {
            return written(reading, trace);
        } catch (Unsupported e) {
            throw new Refusal(
                    Diagnostic.of(Problem.NOT_EXPRESSIBLE, e.position().file(), e.getMessage()));
        } catch (Cycle e) {
            Request request = e.request();
            String name = request.method().owner() + "." + request.method().name();
            throw new Refusal(Diagnostic.of(Problem.CIRCLE, request.place(), name));
        }
    }

    private static String written(OwnerReading reading, Trace trace) {
        Stages stages = new Stages(trace);
        Lowered lowered = new Lowered(reading.reader(), stages);
        List<Member> members = new ArrayList<>();
        for (Request request : reading.requests()) {
            Visibility visibility = request.isPublic() ? Visibility.PUBLIC : Visibility.PACKAGE;
            Derivatives derivatives = lowered.derivatives(request);
            Docs docs = new Docs(derivatives.subject());
            derivatives
                    .all()
                    .forEach(
                            (kind, function) -> members.add(new Member(function, docs.of(kind, function), visibility)));
        }
        members.addAll(lowered.callees(members));
        members.replaceAll(m -> new Member(stages.finished(m.function()), m.javadoc(), m.visibility()));
        Request.Owner owner = reading.owner();
        return Emitter.emit(new Companion(
                owner.packageName(),
                owner.companion(),
                owner.isPublic(),
                owner.name(),
                Nested.of(owner.companionName(), members),
                members));
    }
}
