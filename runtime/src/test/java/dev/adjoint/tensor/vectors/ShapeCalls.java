package dev.adjoint.tensor.vectors;

import static dev.adjoint.tensor.vectors.OpTable.one;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.adjoint.tensor.Tensor;
import dev.adjoint.tensor.vectors.OpTable.Call;
import java.util.Map;

/** Changes of shape and selections. */
final class ShapeCalls {
    private ShapeCalls() {}

    static void register(Map<String, Call> calls) {
        views(calls);
        selections(calls);
        copies(calls);
    }

    private static void views(Map<String, Call> calls) {
        calls.put("reshape", one((in, a) -> in.get(0).reshape(a.ints("shape"))));
        calls.put("view", one((in, a) -> in.get(0).view(a.ints("shape"))));
        calls.put("transpose", one((in, a) -> in.get(0).transpose(a.integer("dim0"), a.integer("dim1"))));
        calls.put("permute", one((in, a) -> in.get(0).permute(a.ints("dims"))));
        calls.put(
                "squeeze",
                one((in, a) -> a.has("dim")
                        ? in.get(0).squeeze(a.integer("dim"))
                        : in.get(0).squeeze()));
        calls.put("unsqueeze", one((in, a) -> in.get(0).unsqueeze(a.integer("dim"))));
        calls.put("expand", one((in, a) -> in.get(0).expand(a.ints("shape"))));
        calls.put("flatten", one((in, a) -> in.get(0).flatten(a.integer("start_dim", 0), a.integer("end_dim", -1))));
        calls.put(
                "split",
                (in, a) -> a.get("sizes").isJsonArray()
                        ? in.get(0).split(a.ints("sizes"), a.integer("dim", 0))
                        : in.get(0).split(a.integer("sizes"), a.integer("dim", 0)));
        calls.put("chunk", (in, a) -> in.get(0).chunk(a.integer("chunks"), a.integer("dim", 0)));
        calls.put("select", one((in, a) -> in.get(0).select(a.integer("dim"), a.integer("index"))));
        calls.put(
                "narrow", one((in, a) -> in.get(0).narrow(a.integer("dim"), a.integer("start"), a.integer("length"))));
        calls.put("slice", one((in, a) -> slice(in.get(0), a.get("idx").getAsJsonArray())));
    }

    private static Tensor slice(Tensor x, JsonArray index) {
        Tensor y = x;
        int dim = 0;
        for (JsonElement e : index) {
            if (e.isJsonArray()) {
                JsonArray s = e.getAsJsonArray();
                y = y.slice(dim++, limit(s.get(0), 0), limit(s.get(1), Integer.MAX_VALUE), limit(s.get(2), 1));
            } else {
                y = y.select(dim, e.getAsInt());
            }
        }
        return y;
    }

    private static int limit(JsonElement e, int absent) {
        return e.isJsonNull() ? absent : e.getAsInt();
    }

    private static void selections(Map<String, Call> calls) {
        calls.put("index_select", one((in, a) -> in.get(0).indexSelect(a.integer("dim"), in.get(1))));
        calls.put("gather", one((in, a) -> in.get(0).gather(a.integer("dim"), in.get(1))));
        calls.put("scatter_add", one((in, a) -> in.get(0).scatterAdd(a.integer("dim"), in.get(1), in.get(2))));
        calls.put("masked_fill", one((in, a) -> in.get(0).maskedFill(in.get(1), a.number("value"))));
        calls.put("tril", one((in, a) -> in.get(0).tril(a.integer("diagonal", 0))));
        calls.put("triu", one((in, a) -> in.get(0).triu(a.integer("diagonal", 0))));
        calls.put("diag", one((in, a) -> in.get(0).diag(a.integer("diagonal", 0))));
        calls.put("trace", one((in, a) -> in.get(0).trace()));
    }

    private static void copies(Map<String, Call> calls) {
        calls.put("cat", one((in, a) -> Tensor.cat(in, a.integer("dim", 0))));
        calls.put("stack", one((in, a) -> Tensor.stack(in, a.integer("dim", 0))));
        calls.put("flip", one((in, a) -> in.get(0).flip(a.ints("dims"))));
        calls.put(
                "roll",
                one((in, a) -> a.has("dims") && a.ints("dims").length > 0
                        ? in.get(0).roll(a.ints("shifts"), a.ints("dims"))
                        : in.get(0).roll(a.ints("shifts")[0])));
        calls.put("repeat", one((in, a) -> in.get(0).repeat(a.ints("repeats"))));
        calls.put("outer", one((in, a) -> in.get(0).outer(in.get(1))));
    }
}
