package dev.adjoint.maven;

import dev.adjoint.check.index.Index;
import dev.adjoint.check.index.MalformedIndex;
import dev.adjoint.check.index.Selection;
import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.output.Reproduction;
import dev.adjoint.check.run.Answer;
import dev.adjoint.check.run.Fork;
import dev.adjoint.check.run.Job;
import dev.adjoint.source.SourceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** What the goals that run derivatives have in common: their options, and the way to an answer. */
abstract class CheckingMojo extends AbstractMojo {
    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private ToolchainManager toolchains;

    /** Skips the goal. */
    @Parameter(property = "adjoint.skip", defaultValue = "false")
    private boolean skip;

    /** All random inputs follow from this number: the same seed gives the same run. */
    @Parameter(property = "adjoint.seed", defaultValue = "1")
    private long seed;

    /** How many inputs inside of a method's domain are checked for each derivative. */
    @Parameter(property = "adjoint.samples", defaultValue = "8")
    private int samples;

    /** Checks only the input with this number, as the message of a failure gives it. */
    @Parameter(property = "adjoint.sample", defaultValue = "-1")
    private int sample;

    /** The length of each dimension of arrays whose {@code @Domain} gives no size. */
    @Parameter(property = "adjoint.arraySize", defaultValue = "4")
    private int arraySize;

    /** The largest number of elements that an array may be drawn with. */
    @Parameter(property = "adjoint.maxElements", defaultValue = "1000000")
    private int maxElements;

    /** How far a derivative may lie from finite differences, relative to the larger of both. */
    @Parameter(property = "adjoint.tolerance", defaultValue = "" + Settings.TOLERANCE)
    private double tolerance;

    /** The same for methods with {@code float} parameters or results. */
    @Parameter(property = "adjoint.floatTolerance", defaultValue = "" + Settings.FLOAT_TOLERANCE)
    private double floatTolerance;

    /** How far derivatives in forward and reverse mode may lie apart, relative to the sum of the magnitudes. */
    @Parameter(property = "adjoint.dotTolerance", defaultValue = "" + Settings.DOT_TOLERANCE)
    private double dotTolerance;

    /** How many seconds the check of one derivative may take. */
    @Parameter(property = "adjoint.timeout", defaultValue = "30")
    private int timeout;

    /** Options of the Java process that checks, separated by spaces, for instance {@code -Xmx2g}. */
    @Parameter(property = "adjoint.argLine", defaultValue = "")
    private String argLine;

    /**
     * Which derivatives are checked: {@code demo.Demo#someFunc}, {@code demo.*} and the like, {@code *} standing for any
     * characters. Empty: all.
     */
    @Parameter(property = "adjoint.includes")
    private List<String> includes;

    /** Which derivatives are left out of those. */
    @Parameter(property = "adjoint.excludes")
    private List<String> excludes;

    /** Where the results are written. */
    @Parameter(property = "adjoint.outputDirectory", defaultValue = "${project.build.directory}/adjoint")
    File outputDirectory;

    /** The folder with the module's classes and the index of its derivatives. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classesDirectory;

    /** The same for the classes of tests. */
    @Parameter(defaultValue = "${project.build.testOutputDirectory}", required = true)
    private File testClassesDirectory;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("adjoint.skip is set: no derivatives are checked");
            return;
        }
        requireSense();
        List<Derivative> derivatives = derivatives();
        if (derivatives.isEmpty()) {
            none();
        } else {
            report(answer(new Job(classPath(), derivatives, settings())), settings());
        }
    }

    private Answer answer(Job job) throws MojoExecutionException {
        try {
            return new Fork(java(), argLine == null ? "" : argLine, folder()).run(job);
        } catch (IOException e) {
            throw new MojoExecutionException("the checking process cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the build was interrupted", e);
        }
    }

    /** There is nothing to check. */
    void none() throws MojoFailureException {
        getLog().info("no derivatives found in " + classesDirectory
                + (includes.isEmpty() && excludes.isEmpty() ? "" : " that includes and excludes leave"));
    }

    /** Does with the answer what the goal is for. */
    abstract void report(Answer answer, Settings settings) throws MojoExecutionException, MojoFailureException;

    /** Whether values for plots and costs are taken as well. */
    abstract boolean measure();

    final Path folder() {
        return outputDirectory.toPath();
    }

    /** The module's source folders, those of tests too. */
    final SourceFiles sources() {
        List<String> roots = new ArrayList<>(project.getCompileSourceRoots());
        roots.addAll(project.getTestCompileSourceRoots());
        return new SourceFiles(roots);
    }

    final String version() {
        return plugin.getVersion();
    }

    final Reproduction reproduction() {
        return new Reproduction(goal(), Options.changed(settings(), argLine));
    }

    /** Called from the root, a module needs what it depends on compiled in the same run. */
    private String goal() {
        if (project.isExecutionRoot()
                && project.getBuild().getPluginsAsMap().containsKey(plugin.getPluginLookupKey())) {
            return plugin.getGoalPrefix() + ":check";
        }
        String whole = plugin.getId() + ":check";
        return project.isExecutionRoot() ? whole : "test-compile " + whole + " -am -pl :" + project.getArtifactId();
    }

    /** The folder that is the root of the whole build: addresses of files are relative to it. */
    final Path root() {
        return session.getTopLevelProject().getBasedir().toPath();
    }

    private List<Derivative> derivatives() throws MojoExecutionException {
        includes = includes == null ? List.of() : includes;
        excludes = excludes == null ? List.of() : excludes;
        Selection selection = new Selection(includes, excludes);
        try {
            List<Derivative> all = new ArrayList<>(Index.read(classesDirectory.toPath()));
            all.addAll(Index.read(testClassesDirectory.toPath()));
            return all.stream().filter(selection::wants).toList();
        } catch (IOException | MalformedIndex e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void requireSense() throws MojoExecutionException {
        if (samples < 1 || timeout < 1 || !(tolerance > 0) || !(floatTolerance > 0) || !(dotTolerance > 0)) {
            throw new MojoExecutionException("samples, timeout and tolerances must be positive");
        }
        if (arraySize < 0 || maxElements < 0) {
            throw new MojoExecutionException("arraySize and maxElements must not be negative");
        }
    }

    private Settings settings() {
        return new Settings(
                seed,
                samples,
                sample,
                arraySize,
                maxElements,
                tolerance,
                floatTolerance,
                dotTolerance,
                timeout,
                measure());
    }

    private List<String> classPath() throws MojoExecutionException {
        try {
            return project.getTestClasspathElements();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the dependencies of the module are not resolved", e);
        }
    }

    private String java() {
        Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        String found = toolchain == null ? null : toolchain.findTool("java");
        return found != null
                ? found
                : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
