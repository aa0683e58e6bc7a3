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
import dev.adjoint.processor.frontend.Place;
import dev.adjoint.processor.frontend.Refusal;
import dev.adjoint.processor.frontend.Request;
import dev.adjoint.processor.normal.Unsupported;
import dev.adjoint.processor.transform.NoDerivative;
import java.util.ArrayList;
import java.util.List;

/** From the annotated methods of one class to the source of its companion. */
public final class Pipeline implements Generator {
    @Override
    public String generate(OwnerReading reading, Trace trace) {
        Stages stages = new Stages(trace);
        Lowered lowered = new Lowered(reading.reader(), stages);
        List<Member> members = members(reading, lowered);
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

    /** The methods of all requests; what has to be refused is collected first, so that all of it is reported at once. */
    private static List<Member> members(OwnerReading reading, Lowered lowered) {
        List<Member> members = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Request request : reading.requests()) {
            try {
                members.addAll(members(request, lowered.derivatives(request)));
            } catch (Unsupported e) {
                problems.add(refused((Place) e.position().file(), e));
            } catch (NoDerivative | Cycle e) {
                problems.add(refused(request.place(), e));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return members;
    }

    private static List<Member> members(Request request, Derivatives derivatives) {
        Visibility visibility = request.isPublic() ? Visibility.PUBLIC : Visibility.PACKAGE;
        Docs docs = new Docs(derivatives.subject());
        List<Member> members = new ArrayList<>();
        derivatives
                .all()
                .forEach((kind, function) -> members.add(new Member(function, docs.of(kind, function), visibility)));
        return members;
    }

    private static Diagnostic refused(Place place, RuntimeException e) {
        return Diagnostic.of(Problem.NOT_EXPRESSIBLE, place, String.valueOf(e.getMessage()));
    }
}
