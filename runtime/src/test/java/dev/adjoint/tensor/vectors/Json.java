package dev.adjoint.tensor.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads tensors and arguments. */
final class Json {
    private Json() {}

    static Tensor tensor(JsonObject o) {
        int[] shape = ints(o.get("shape"));
        JsonArray data = o.getAsJsonArray("data");
        Tensor t = values(dtype(o.get("dtype").getAsString()), data, shape);
        return o.has("grad") && o.get("grad").getAsBoolean() ? t.requiresGrad(true) : t;
    }

    private static Tensor values(DType type, JsonArray data, int[] shape) {
        if (type == DType.INT64) {
            long[] v = new long[data.size()];
            for (int i = 0; i < v.length; i++) {
                v[i] = data.get(i).getAsLong();
            }
            return Tensor.from(v, shape);
        }
        if (type == DType.FLOAT32) {
            float[] v = new float[data.size()];
            for (int i = 0; i < v.length; i++) {
                v[i] = Float.parseFloat(data.get(i).getAsString());
            }
            return Tensor.from(v, shape);
        }
        double[] v = new double[data.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = Double.parseDouble(data.get(i).getAsString());
        }
        return type == DType.FLOAT64
                ? Tensor.from(v, shape)
                : Tensor.from(v, shape).ne(0);
    }

    static DType dtype(String name) {
        switch (name) {
            case "f32":
                return DType.FLOAT32;
            case "f64":
                return DType.FLOAT64;
            case "i64":
                return DType.INT64;
            case "bool":
                return DType.BOOL;
            default:
                throw new IllegalArgumentException("unknown dtype " + name);
        }
    }

    /** The tensors of an array, null for null. */
    static List<Tensor> tensors(JsonElement array) {
        List<Tensor> list = new ArrayList<>();
        for (JsonElement e : array.getAsJsonArray()) {
            list.add(e.isJsonNull() ? null : tensor(e.getAsJsonObject()));
        }
        return list;
    }

    /** A number or an array of numbers. */
    static int[] ints(JsonElement e) {
        if (e.isJsonPrimitive()) {
            return new int[] {e.getAsInt()};
        }
        int[] v = new int[e.getAsJsonArray().size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = e.getAsJsonArray().get(i).getAsInt();
        }
        return v;
    }
}
