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
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.normal.Uncountable;
import dev.adjoint.processor.normal.Unsupported;
import dev.adjoint.processor.transform.BrokenStop;
import dev.adjoint.processor.transform.NoProduct;
import dev.adjoint.processor.transform.NotCheckpointable;
import java.util.ArrayList;
import java.util.List;

/** From the annotated methods of one class to the source of its companion. */
public final class Pipeline implements Generator {
    @Override
    public Generated generate(OwnerReading reading, Trace trace) {
        Stages stages = new Stages(trace);
        Lowered lowered = new Lowered(reading.reader(), stages, reading.owner().companionName());
        try {
            return written(reading, stages, lowered);
        } catch (Unsupported e) {
            throw new Refusal(
                    Diagnostic.of(Problem.NOT_EXPRESSIBLE, e.position().file(), e.getMessage()));
        } catch (Uncountable e) {
            throw new Refusal(
                    Diagnostic.of(Problem.CHECKPOINT_UNCOUNTABLE, e.position().file()));
        } catch (NotCheckpointable e) {
            throw new Refusal(Diagnostic.of(Problem.CHECKPOINT_NOT_REPEATABLE, e.place(), e.getMessage()));
        } catch (Cycle e) {
            Request request = e.request();
            String name = request.method().owner() + "." + request.method().name();
            throw new Refusal(Diagnostic.of(Problem.CIRCLE, request.place(), name));
        } catch (WritesRecord e) {
            Request request = e.request();
            throw new Refusal(Diagnostic.of(
                    Problem.WRITTEN_RECORD,
                    request.place(),
                    request.method().name(),
                    e.parameter().name(),
                    e.parameter().type().text()));
        } catch (BrokenStop e) {
            Object place = lowered.position(e.stop().site()).file();
            throw new Refusal(Diagnostic.of(Problem.CONSTANT_WRITTEN, place));
        } catch (NoProduct e) {
            String mode = e.kind() == Given.Kind.JVP ? "forward" : "reverse";
            Object place = lowered.position(e.call().site()).file();
            throw new Refusal(
                    Diagnostic.of(Problem.NO_RULE, place, e.call().method().method(), mode));
        }
    }

    private static Generated written(OwnerReading reading, Stages stages, Lowered lowered) {
        List<Member> members = new ArrayList<>();
        for (Request request : reading.requests()) {
            Visibility visibility = request.isPublic() ? Visibility.PUBLIC : Visibility.PACKAGE;
            Derivatives derivatives = lowered.derivatives(request);
            Docs docs = new Docs(derivatives.subject());
            derivatives
                    .all()
                    .forEach((kind, function) -> members.add(new Member(
                            function,
                            docs.of(kind, stages.finished(function)),
                            kind.isPrivate() ? Visibility.PRIVATE : visibility)));
        }
        Object place = reading.requests().get(0).place();
        members.addAll(lowered.callees(members, place));
        DistinctNames.among(members);
        members.replaceAll(m -> new Member(stages.finished(m.function()), m.javadoc(), m.visibility()));
        new HiddenRecords(reading.reader().hiddenRecords()).require(members);
        Request.Owner owner = reading.owner();
        String text = Emitter.emit(new Companion(
                owner.packageName(),
                owner.companion(),
                owner.isPublic(),
                owner.name(),
                Nested.of(owner.companionName(), members),
                members));
        return new Generated(text, lowered.written(), CheckpointReport.of(lowered.notes()), lowered.checkpointed());
    }
}
