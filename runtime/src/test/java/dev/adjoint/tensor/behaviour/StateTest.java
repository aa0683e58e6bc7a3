package dev.adjoint.tensor.behaviour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.Node;
import dev.adjoint.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seed demo with its variants, and leaves, hooks and switches, as PyTorch records them. */
class StateTest {
    private final Tensor x = Tensor.of(1f, 2f).requiresGrad(true);

    private static Tensor someFunc(Tensor x) {
        return x.mul(x).add(x.mul(3)).add(1);
    }

    @Test
    void seedDemo() {
        Tensor four = Tensor.of(4f).requiresGrad(true);
        Tensor y = someFunc(four);
        assertTrue(y.gradFn().toString().matches("<AddBackward0 object at 0x[0-9a-f]+>"));
        y.backward();
        assertEquals(
                Behaviour.output("A001").replaceAll("<AddBackward0 object.*>\n", ""),
                "tensor([4.], requires_grad=True)\n" + y + "\n" + four.grad() + "\n");
    }

    @Test
    void chainOfNextFunctions() {
        StringBuilder s = new StringBuilder();
        walk(someFunc(Tensor.of(4f).requiresGrad(true)).gradFn(), "", s);
        // x * 3 with a number is one operand here, so PyTorch's empty entries for numbers are absent.
        assertEquals(Behaviour.output("A011").replaceAll(" *None\n", ""), s.toString());
    }

    private static void walk(Node n, String indent, StringBuilder s) {
        s.append(indent).append(n.name()).append('\n');
        n.nextFunctions().forEach(next -> walk(next, indent + "  ", s));
    }

    @Test
    void recordedGradientIsDifferentiatedAgain() {
        Tensor four = Tensor.of(4f).requiresGrad(true);
        Tensor g = Autograd.grad(someFunc(four), four, true);
        assertEquals(Behaviour.output("A014"), g + "\n" + Autograd.grad(g, four) + "\n");
    }

    @Test
    void retainedGraphAccumulates() {
        Tensor four = Tensor.of(4f).requiresGrad(true);
        Tensor y = someFunc(four);
        y.backward(null, true, false);
        y.backward();
        assertEquals(Behaviour.output("A015"), four.grad() + "\n");
    }

    @Test
    void stepsThatSaveNothingMayRunTwice() {
        Tensor two = Tensor.of(2f).requiresGrad(true);
        Tensor y = two.add(1);
        y.backward();
        y.backward();
        assertEquals(Behaviour.output("E002"), two.grad() + "\n");
    }

    @Test
    void retainGradKeepsTheGradientOfAComputedTensor() {
        Tensor y = x.mul(2).retainGrad();
        y.mul(y).sum().backward();
        assertEquals(Behaviour.output("D002"), x.grad() + " " + y.grad() + "\n");
    }

    @Test
    void noGradRecordsNothing() {
        Tensor y = Autograd.noGrad(() -> x.mul(2));
        assertEquals(
                Behaviour.output("D004"),
                y + " " + (y.requiresGrad() ? "True" : "False") + " " + (y.isLeaf() ? "True" : "False") + "\n");
        assertTrue(Autograd.isGradEnabled());
    }

    @Test
    void detachedTensorSharesElements() {
        Tensor d = x.detach();
        d.at(0).fillInPlace(9);
        assertEquals(Behaviour.output("D005"), x + " " + (d.requiresGrad() ? "True" : "False") + "\n");
    }

    @Test
    void hookReplacesTheGradient() {
        Runnable remove = x.registerHook(g -> g.mul(10));
        x.mul(x).sum().backward();
        assertEquals(Behaviour.output("D006"), x.grad() + "\n");
        remove.run();
        x.setGrad(null);
        x.mul(x).sum().backward();
        assertEquals("tensor([2., 4.])", x.grad().toString());
    }

    @Test
    void createGraphLeavesARecordedGradient() {
        Tensor three = Tensor.of(3f).requiresGrad(true);
        three.pow(3).backward(null, false, true);
        assertEquals(Behaviour.output("D010"), three.grad() + "\n");
    }

    @Test
    void typesArePromotedAndGradientsConvertedBack() {
        Tensor b = Tensor.scalar(3.0).requiresGrad(true);
        Tensor c = x.mul(b);
        c.sum().backward();
        assertEquals(Behaviour.output("D011"), c.dtype() + "\n" + x.grad() + " " + b.grad() + "\n");
    }

    @Test
    void integersCombineWithNumbers() {
        Tensor a = Tensor.of(1, 2);
        assertEquals("tensor([2.5000, 5.0000])", a.mul(2.5).toString());
        assertEquals("tensor([0.5000, 1.0000])", a.div(2).toString());
        assertEquals("tensor(3)", a.sum().toString());
        assertEquals("tensor([2, 4])", a.mul(2).toString());
    }

    @Test
    void inPlaceChangeIsAStepOfTheGraph() {
        Tensor y = x.mul(1).addInPlace(1);
        assertEquals(
                Behaviour.output("D017"),
                y + " " + y.gradFn().name() + " " + x.version() + " " + y.version() + "\n" + gradientOf(y) + "\n");
    }

    @Test
    void inPlaceChangeOfAPartTakesItsGradientAway() {
        Tensor y = x.mul(1);
        y.at(0).fillInPlace(5);
        assertEquals(Behaviour.output("D018"), y + " " + y.gradFn().name() + "\n" + gradientOf(y) + "\n");
    }

    private Tensor gradientOf(Tensor y) {
        y.sum().backward();
        return x.grad();
    }

    @Test
    void viewSeesChangesOfItsBase() {
        Tensor y = x.mul(1);
        Tensor view = y.view(2, 1);
        y.mulInPlace(3);
        view.sum().backward();
        assertEquals("tensor([3., 3.])", x.grad().toString());
    }

    @Test
    void changeThroughAViewReachesOtherViewsAndBothOperands() {
        Tensor w = Tensor.of(5f).requiresGrad(true);
        Tensor y = x.mul(1);
        Tensor other = y.narrow(0, 1, 1);
        y.narrow(0, 1, 1).mulInPlace(5).addInPlace(w);
        other.mul(2).sum().backward();
        assertEquals("tensor([ 0., 10.])", x.grad().toString());
        assertEquals("tensor([2.])", w.grad().toString());
    }

    @Test
    void gradientsAreNotSharedBetweenLeaves() {
        Tensor y = Tensor.of(1f, 1f).requiresGrad(true);
        x.add(y).backward(Tensor.ones(2));
        x.grad().zeroInPlace();
        assertEquals("tensor([1., 1.])", y.grad().toString());
    }

    @Test
    void unusedInputIsNullWhereAllowed() {
        Tensor z = Tensor.of(1f).requiresGrad(true);
        assertNull(Autograd.grad(List.of(x.sum()), List.of(z), null, false, false, true)
                .get(0));
        assertFalse(x.detach().requiresGrad());
    }

    @Test
    void viewsFollowTheirBaseThroughInPlaceChanges() {
        Tensor x = Tensor.of(0.5, -2).requiresGrad(true);
        Tensor base = x.abs();
        Tensor view = base.unsqueeze(0);
        base.negInPlace();
        view.mulInPlace(x);
        base.sum().backward();
        // base is -x |x|
        assertArrayEquals(new double[] {-1, -4}, x.grad().toDoubleArray());
        assertEquals("AsStridedBackward0", view.gradFn().name());
    }

    @Test
    void viewsMadeWithoutRecordingRequireGradientsUntilTheirBaseChanges() {
        Tensor x = Tensor.of(1f, 2f).requiresGrad(true);
        Tensor view = Autograd.noGrad(() -> x.view(2, 1));
        assertTrue(view.requiresGrad() && view.isLeaf());
        view.mul(3).sum().backward();
        assertEquals("tensor([[3.],\n        [3.]])", view.grad().toString());
        assertNull(x.grad());
        Autograd.noGrad(() -> x.addInPlace(1));
        assertThrows(IllegalStateException.class, () -> view.mul(2));
    }

    @Test
    void oneOfSeveralViewsIsRefusedAfterAChange() {
        Tensor x = Tensor.of(1f, 2f).requiresGrad(true).mul(1);
        Tensor first = x.unbind(0).get(0);
        x.addInPlace(1);
        assertTrue(assertThrows(IllegalStateException.class, () -> first.mul(2))
                .getMessage()
                .startsWith("Output 0 of UnbindBackward0 is a view and its base or another view of its base"));
    }

    @Test
    void inPlaceOperationsKeepWhatTheyOverwriteForTheirGradient() {
        Tensor x = Tensor.of(2.0, 3).requiresGrad(true);
        Tensor y = x.mul(2);
        y.mulInPlace(x);
        y.sum().backward();
        assertArrayEquals(new double[] {8, 12}, x.grad().toDoubleArray());
    }

    @Test
    void inPlaceOperandsMustFit() {
        Tensor x = Tensor.ones(2, 3);
        assertThrows(
                IllegalStateException.class,
                () -> x.narrow(1, 0, 2).select(0, 0).copyInPlace(x.view(6).narrow(0, 1, 2)));
        assertThrows(IllegalArgumentException.class, () -> Tensor.scalar(1).copyInPlace(x));
        Tensor repeated = Tensor.ones(3).expand(2, 3);
        assertThrows(IllegalStateException.class, () -> repeated.addInPlace(1));
        assertEquals(
                "tensor([[0., 0., 0.],\n        [0., 0., 0.]])",
                repeated.zeroInPlace().toString());
    }
}
