package demo;

/** A module that uses a derivative of another one and has none itself. */
public final class App {
    private App() {}

    public static double slope() {
        return CoreGrad.waveGrad(1);
    }
}
