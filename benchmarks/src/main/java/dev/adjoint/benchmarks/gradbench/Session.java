package dev.adjoint.benchmarks.gradbench;

import com.google.gson.stream.JsonWriter;
import dev.adjoint.benchmarks.gradbench.evaluations.Evaluation;
import dev.adjoint.benchmarks.gradbench.evaluations.Evaluations;
import dev.adjoint.benchmarks.gradbench.evaluations.Input;
import dev.adjoint.benchmarks.gradbench.evaluations.Preparation;
import dev.adjoint.benchmarks.gradbench.evaluations.Task;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Answers requests, one by one: nothing is remembered between them. */
final class Session {
    private Session() {}

    /** What writes the part of a response that is particular to its request. */
    private interface Content {
        void write(JsonWriter out) throws IOException;
    }

    /** The response to a line, without its end. */
    static String answer(String line) throws IOException {
        Request request;
        try {
            request = Request.read(line);
        } catch (IOException | IllegalArgumentException e) {
            return response(null, failure("this is not a request: " + e.getMessage()));
        }
        try {
            return response(request.id(), content(request));
        } catch (IllegalArgumentException e) {
            return response(request.id(), failure(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            e.printStackTrace();
            return response(request.id(), failure(e.toString()));
        }
    }

    private static Content content(Request request) {
        return switch (request.kind()) {
            case "start" -> out -> out.name("tool").value("adjoint");
            case "define" -> define(request);
            case "evaluate" -> evaluate(request);
            default -> out -> {};
        };
    }

    private static Content define(Request request) {
        Evaluation evaluation = Evaluations.find(request.module());
        if (evaluation == null) {
            return failure("there is no module " + request.module());
        }
        Runs runs = WarmUp.run(evaluation);
        return out -> {
            out.name("success").value(true);
            runs.write(out);
        };
    }

    private static Content evaluate(Request request) {
        Evaluation evaluation = Evaluations.find(request.module());
        if (evaluation == null) {
            return failure("there is no module " + request.module());
        }
        Preparation function = evaluation.functions().get(request.function());
        if (function == null) {
            return failure("the module " + request.module() + " has no function " + request.function());
        }
        Input input = new Input(request.input());
        Task<?> task = function.prepare(input);
        Runs runs = Runs.of("evaluate", task, input.integer("min_runs", 1), input.number("min_seconds", 0));
        return out -> {
            out.name("success").value(true);
            out.name("output");
            task.write(out);
            runs.write(out);
        };
    }

    private static Content failure(String error) {
        return out -> out.name("success").value(false).name("error").value(error);
    }

    /** Written in one piece, for an output that JSON cannot express is an error of the whole. */
    private static String response(@Nullable Long id, Content content) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter out = new JsonWriter(text);
        out.beginObject();
        if (id != null) {
            out.name("id").value(id);
        }
        content.write(out);
        out.endObject();
        return text.toString();
    }
}
