package dev.adjoint.tensor.behaviour;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Linalg;
import dev.adjoint.tensor.Losses;
import dev.adjoint.tensor.Reduction;
import dev.adjoint.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What PyTorch refuses is refused here, for the same reason and with the same facts in the text. */
class ErrorsTest {
    private static final Class<IllegalArgumentException> ARGUMENT = IllegalArgumentException.class;
    private static final Class<IllegalStateException> STATE = IllegalStateException.class;
    private static final Class<IndexOutOfBoundsException> INDEX = IndexOutOfBoundsException.class;
    private static final Class<ArithmeticException> ARITHMETIC = ArithmeticException.class;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    List<DynamicTest> errors() {
        backward();
        inPlace();
        broadcasting();
        products();
        shapes();
        joining();
        indexing();
        reductions();
        networks();
        losses();
        linalg();
        others();
        return tests;
    }

    /** The text must hold PyTorch's message, or where Java's wording differs, all these facts of it. */
    private void refuse(String id, Class<? extends Exception> type, Executable code, String... facts) {
        tests.add(dynamicTest(id + " " + Behaviour.error(id), () -> {
            String message = plain(assertThrows(type, code).getMessage());
            for (String fact : facts.length > 0 ? facts : new String[] {Behaviour.error(id)}) {
                assertTrue(
                        message.contains(plain(fact)), () -> "'" + message + "' does not hold '" + plain(fact) + "'");
            }
        }));
    }

    private static String plain(String message) {
        String s = message.replaceAll("torch\\.Size\\((\\[[^]]*\\])\\)", "$1")
                .replace("Python scalars", "Java scalars")
                .replaceAll("^[a-z0-9]+\\(\\): ", "")
                .replace("torch.linalg", "linalg");
        return s.endsWith(".") ? s.substring(0, s.length() - 1) : s;
    }

    private static Tensor ones(int... shape) {
        return Tensor.ones(shape);
    }

    private static Tensor leaf() {
        return Tensor.of(1f, 2f).requiresGrad(true);
    }

    private void backward() {
        refuse(
                "E001",
                STATE,
                () -> {
                    Tensor x = Tensor.of(4f).requiresGrad(true);
                    Tensor y = x.mul(x).add(x.mul(3)).add(1);
                    y.backward();
                    y.backward();
                },
                "Trying to backward through the graph a second time (or directly access saved tensors after they have"
                        + " already been freed)");
        refuse(
                "E003",
                STATE,
                () -> {
                    Tensor x = Tensor.of(2f).requiresGrad(true);
                    Tensor z = x.mul(x);
                    Tensor w = z.mul(2);
                    z.add(1).backward();
                    w.backward();
                },
                "Trying to backward through the graph a second time");
        refuse("E004", STATE, () -> leaf().mul(2).backward());
        refuse("E005", STATE, () -> leaf().backward());
        refuse("E006", STATE, () -> Tensor.of(1f, 2f).sum().backward());
        refuse("E007", ARGUMENT, () -> leaf().mul(2).backward(ones(3)));
        refuse("E009", ARGUMENT, () -> leaf().mul(2).backward(ones(1, 2)));
        refuse(
                "E011",
                ARGUMENT,
                () -> Tensor.of(1, 2).requiresGrad(true),
                "only Tensors of floating point",
                "dtype can require gradients");
        refuse(
                "E012",
                STATE,
                () -> leaf().mul(2).requiresGrad(false),
                "you can only change requires_grad flags of leaf variables");
        refuse("E123", ARGUMENT, () -> leaf().setGrad(ones(3)));
        refuse("E124", ARGUMENT, () -> leaf().setGrad(Tensor.ones(DType.FLOAT64, 2)));
        refuse("E125", STATE, () -> Autograd.grad(leaf().sum(), ones(2)));
        refuse(
                "E126",
                STATE,
                () -> Autograd.grad(leaf().sum(), leaf()),
                "One of the differentiated Tensors appears to not have been used in the graph");
    }

    private void inPlace() {
        refuse("E014", STATE, () -> leaf().addInPlace(1));
        refuse("E015", STATE, () -> leaf().at(0).fillInPlace(3));
        refuse(
                "E016",
                STATE,
                () -> {
                    Tensor y = leaf().mul(1);
                    Tensor z = y.mul(y);
                    y.addInPlace(1);
                    z.sum().backward();
                },
                "modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of AddBackward0, is at version"
                        + " 1; expected version 0 instead");
        refuse(
                "E017",
                STATE,
                () -> {
                    Tensor y = leaf().exp();
                    y.mulInPlace(2);
                    y.sum().backward();
                },
                "[torch.FloatTensor [2]], which is output 0 of ExpBackward0, is at version 1; expected version 0 instead");
        refuse("E018", STATE, () -> leaf().view(1, 2).mulInPlace(2));
        refuse(
                "E019",
                STATE,
                () -> {
                    Tensor w = ones(2);
                    Tensor z = leaf().mul(w);
                    w.addInPlace(1);
                    z.sum().backward();
                },
                "[torch.FloatTensor [2]] is at version 1; expected version 0 instead");
        refuse(
                "E149",
                STATE,
                () -> leaf().mul(1).unbind(0).get(0).addInPlace(1),
                "Output 0 of UnbindBackward0 is a view and is being modified inplace");
        refuse("E150", STATE, () -> leaf().expand(3, 2).addInPlace(1));
        refuse("E151", STATE, () -> ones(2).expand(3, 2).addInPlace(1));
    }

    private void broadcasting() {
        refuse("E021", ARGUMENT, () -> ones(2).add(ones(3)));
        refuse("E022", ARGUMENT, () -> ones(2, 3).add(ones(3, 2)));
        refuse("E023", ARGUMENT, () -> ones(2, 3).mul(ones(2)));
        refuse(
                "E135",
                ARGUMENT,
                () -> ones(2).where(ones(2), Tensor.zeros(2)),
                "expected condition to be a boolean tensor, but got a tensor with dtype Float");
        refuse("E136", ARGUMENT, () -> ones(2).where(ones(2).gt(0), Tensor.zeros(3)));
        refuse("E139", ARGUMENT, () -> ones(2).lerp(ones(3), 0.5));
    }

    private void products() {
        refuse("E024", ARGUMENT, () -> ones(2, 3).matmul(ones(2, 3)));
        refuse("E025", ARGUMENT, () -> ones(3).matmul(ones(2)));
        refuse("E026", ARGUMENT, () -> ones(2, 3).matmul(ones(2)));
        refuse("E027", ARGUMENT, () -> ones(2).matmul(ones(3, 2)));
        refuse("E028", ARGUMENT, () -> ones(2, 3, 4).matmul(ones(3, 4, 2)));
        refuse("E029", ARGUMENT, () -> ones(2, 3, 4).matmul(ones(2, 3, 4)));
        refuse("E030", ARGUMENT, () -> Tensor.scalar(1f).matmul(ones(2)));
        refuse("E031", ARGUMENT, () -> ones(2, 3).mm(ones(2, 3)));
        refuse("E032", ARGUMENT, () -> ones(3).mm(ones(3, 3)));
        refuse("E033", ARGUMENT, () -> ones(2, 3, 4).bmm(ones(3, 4, 2)));
        refuse("E034", ARGUMENT, () -> ones(2, 3).mv(ones(2)));
        refuse("E035", ARGUMENT, () -> ones(2).dot(ones(3)));
        refuse("E036", ARGUMENT, () -> ones(2, 3).matmul(Tensor.ones(DType.FLOAT64, 3, 2)));
        refuse("E037", ARGUMENT, () -> Functional.linear(ones(2, 3), ones(4, 5), null));
        refuse("E038", ARGUMENT, () -> Functional.linear(ones(2, 3), ones(4, 3), ones(5)));
        refuse("E039", ARGUMENT, () -> Functional.einsum("ij,jk->ik", ones(2, 3), ones(2, 3)));
        refuse("E083", ARGUMENT, () -> ones(2, 2).outer(ones(2)));
    }

    private void shapes() {
        refuse("E040", ARGUMENT, () -> ones(2, 3).reshape(4, 2));
        refuse("E041", ARGUMENT, () -> ones(2, 3).view(4, 2));
        refuse(
                "E042",
                ARGUMENT,
                () -> ones(2, 3).t().view(6),
                "view size is not compatible with input tensor's size and stride");
        refuse("E043", ARGUMENT, () -> ones(2, 3).reshape(-1, -1));
        refuse("E044", ARGUMENT, () -> ones(2, 3).reshape(-1, 4));
        refuse("E045", ARGUMENT, () -> ones(2, 3).reshape(0, -1));
        refuse("E046", INDEX, () -> ones(2, 3).transpose(0, 2));
        refuse("E047", ARGUMENT, () -> ones(2, 3).permute(0, 0), "duplicate dims are not allowed");
        refuse("E048", ARGUMENT, () -> ones(2, 3).permute(0), "input.dim() = 2 is not equal to len(dims) = 1");
        refuse("E049", ARGUMENT, () -> ones(2, 3, 4).t());
        refuse("E054", INDEX, () -> ones(2, 3).unsqueeze(4));
        refuse("E055", INDEX, () -> ones(2, 3).squeeze(5));
        refuse("E056", ARGUMENT, () -> ones(2, 3).expand(4, 3));
        refuse(
                "E057",
                ARGUMENT,
                () -> ones(2, 3).expand(3),
                "the number of sizes provided (1) must be greater or equal to the number of dimensions in the tensor (2)");
        refuse("E119", ARGUMENT, () -> ones(2, 2).repeat(2));
        refuse("E120", INDEX, () -> ones(2).flip(1));
        refuse("E121", INDEX, () -> ones(2).roll(1, 1));
        refuse("E122", ARGUMENT, () -> ones(2, 3).flatten(1, 0));
    }

    private void joining() {
        refuse("E058", ARGUMENT, () -> Tensor.cat(List.of(ones(2, 3), ones(2, 4)), 0));
        refuse("E059", ARGUMENT, () -> Tensor.cat(List.of(ones(2), ones(2, 4)), 0));
        refuse("E060", ARGUMENT, () -> Tensor.cat(List.of(), 0), "expected a non-empty list of Tensors");
        refuse("E061", ARGUMENT, () -> Tensor.stack(List.of(ones(2), ones(3)), 0));
        refuse("E062", ARGUMENT, () -> Tensor.stack(List.of(), 0));
        refuse("E063", ARGUMENT, () -> ones(5).split(new int[] {2, 2}, 0));
        refuse("E064", ARGUMENT, () -> ones(5).chunk(0, 0));
    }

    private void indexing() {
        refuse("E065", INDEX, () -> ones(5).at(7));
        refuse("E066", INDEX, () -> ones(5).at(-6));
        refuse("E067", INDEX, () -> ones(2, 3).at(0, 0, 0));
        refuse("E068", INDEX, () -> Tensor.scalar(1f).at(0), "invalid index of a 0-dim tensor");
        refuse("E069", INDEX, () -> ones(5).select(0, 5));
        refuse("E070", ARGUMENT, () -> ones(5).narrow(0, 3, 3));
        refuse("E071", INDEX, () -> ones(3).indexSelect(0, Tensor.of(3)));
        refuse("E072", ARGUMENT, () -> ones(3).indexSelect(0, Tensor.of(0f)), "Expected dtype", "int64 for index");
        refuse("E073", INDEX, () -> ones(3).gather(0, Tensor.of(3)));
        refuse("E074", INDEX, () -> ones(3).index(Tensor.of(3)));
        refuse("E075", INDEX, () -> ones(3).index(Tensor.of(true, false)));
    }

    private void reductions() {
        refuse("E050", INDEX, () -> ones(2, 3).sum(2));
        refuse("E051", INDEX, () -> ones(2, 3).sum(-3));
        refuse("E052", ARGUMENT, () -> ones(2, 3).sum(0, 0));
        refuse("E053", INDEX, () -> ones(2, 3).softmax(2));
        refuse("E077", ARGUMENT, () -> Tensor.zeros(0).max());
        refuse("E078", ARGUMENT, () -> Tensor.zeros(0).argmax());
        refuse("E079", INDEX, () -> Tensor.zeros(0, 3).max(0, false), "Expected reduction dim 0 to have non-zero size");
        refuse("E140", INDEX, () -> ones(2, 3).argmax(3, false));
        refuse("E141", INDEX, () -> ones(3).cumsum(1));
        refuse("E142", ARGUMENT, () -> Tensor.of(1, 2).mean(), "could not infer output dtype", "Got: Long");
        refuse("E143", ARGUMENT, () -> Tensor.of(1, 2).softmax(0), "not implemented for 'Long'");
    }

    private void networks() {
        refuse(
                "E084",
                ARGUMENT,
                () -> Functional.conv2d(ones(1, 2, 4, 4), ones(1, 3, 2, 2), null, 1, 0, 1, 1),
                "Given groups=1, weight of size [1, 3, 2, 2], expected input[1, 2, 4, 4] to have 3 channels, but got 2"
                        + " channels instead");
        refuse("E085", ARGUMENT, () -> Functional.conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3), null, 1, 0, 1, 1));
        refuse("E086", ARGUMENT, () -> Functional.conv2d(ones(4, 4), ones(1, 1, 3, 3), null, 1, 0, 1, 1));
        int[] three = {3, 3};
        refuse("E087", ARGUMENT, () -> Functional.maxPool2d(ones(1, 1, 2, 2), three, three, new int[] {0, 0}));
        refuse("E096", INDEX, () -> Functional.embedding(Tensor.of(5), ones(3, 2), null));
        refuse(
                "E097",
                ARGUMENT,
                () -> Functional.embedding(Tensor.of(0f), ones(3, 2), null),
                "Expected tensor for argument #1 'indices'",
                "but got torch.FloatTensor instead");
        refuse("E098", ARGUMENT, () -> Functional.layerNorm(ones(2, 3), new int[] {4}, null, null, 1e-5));
        refuse(
                "E099",
                ARGUMENT,
                () -> Functional.batchNorm(ones(1, 3), Tensor.zeros(3), ones(3), null, null, true, 0.1, 1e-5));
        refuse("E100", ARGUMENT, () -> Functional.dropout(ones(2), 1.5, true, new Random(1)));
    }

    private void losses() {
        refuse("E088", INDEX, () -> Losses.crossEntropy(ones(2, 3), Tensor.of(0, 3)), "Target 3 is out of bounds");
        refuse("E089", ARGUMENT, () -> Losses.crossEntropy(ones(2, 3), Tensor.of(0)));
        refuse("E090", ARGUMENT, () -> Losses.nllLoss(ones(2, 3), Tensor.of(0f, 1f), null, Reduction.MEAN, -100));
        refuse("E092", ARGUMENT, () -> Losses.mseLoss(ones(2, 3), ones(2, 4), Reduction.MEAN));
        refuse("E094", ARGUMENT, () -> Losses.binaryCrossEntropy(Tensor.of(1.5f), ones(1), null, Reduction.MEAN));
        refuse("E095", ARGUMENT, () -> Losses.binaryCrossEntropy(Tensor.of(.5f), ones(2), null, Reduction.MEAN));
    }

    private void linalg() {
        refuse("E101", ARITHMETIC, () -> Linalg.inv(Tensor.zeros(2, 2)));
        refuse("E102", ARGUMENT, () -> Linalg.inv(ones(2, 3)));
        refuse("E103", ARITHMETIC, () -> Linalg.cholesky(Tensor.eye(2).neg()));
        refuse("E104", ARITHMETIC, () -> Linalg.solve(Tensor.zeros(2, 2), ones(2)));
        refuse("E105", ARGUMENT, () -> Linalg.det(ones(2, 3)));
    }

    private void others() {
        refuse("E076", ARGUMENT, () -> ones(2, 3).item());
        refuse("E080", ARGUMENT, () -> ones(2, 3, 3).diag(0));
        refuse("E081", ARGUMENT, () -> ones(3).trace(), "expected a matrix, but got tensor with dim 1");
        refuse("E082", INDEX, () -> ones(3).tril(0));
        refuse("E107", ARGUMENT, () -> Tensor.of(new float[][] {{1, 2}, {3}}));
        refuse("E110", ARGUMENT, () -> Tensor.of(1f, 2f).itemBoolean());
        refuse("E116", ARGUMENT, () -> Tensor.arange(DType.FLOAT32, 0, 5, -1));
        refuse("E117", ARGUMENT, () -> Tensor.zeros(-1));
        refuse(
                "E133",
                STATE,
                () -> {
                    Tensor x = Tensor.of(0f, 1f).requiresGrad(true);
                    Autograd.detectAnomaly(true);
                    try {
                        x.sqrt().mul(0).sum().backward();
                    } finally {
                        Autograd.detectAnomaly(false);
                    }
                },
                "Function 'SqrtBackward0' returned nan values in its 0th output",
                "ErrorsTest");
    }
}
