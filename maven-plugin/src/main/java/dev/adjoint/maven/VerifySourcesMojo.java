package dev.adjoint.maven;

import dev.adjoint.verify.Comparison;
import dev.adjoint.verify.Generation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * For teams that commit generated derivatives: fails with a diff if the committed files are not what the processor writes
 * now. The processor is the one of this plugin's version. With {@code -Dadjoint.update} the files are written instead.
 */
@Mojo(
        name = "verify-sources",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class VerifySourcesMojo extends AbstractMojo {
    /** So many lines of a diff are shown in the message; the file has all. */
    private static final int SHOWN = 60;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    /** The folder with the committed derivatives, whether it is a source folder of the build or not. */
    @Parameter(property = "adjoint.committed", defaultValue = "${project.basedir}/src/adjoint/java")
    private File committedDirectory;

    /** Folders of sources that are written by the build; their files are left out. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/annotations")
    private File generatedSourcesDirectory;

    /** The Java release of the sources. */
    @Parameter(defaultValue = "${maven.compiler.release}")
    private String release;

    /** The encoding of the sources. */
    @Parameter(defaultValue = "${project.build.sourceEncoding}")
    private String encoding;

    /** Writes the committed files anew instead of comparing them. */
    @Parameter(property = "adjoint.update", defaultValue = "false")
    private boolean update;

    /** Skips the goal. */
    @Parameter(property = "adjoint.skip", defaultValue = "false")
    private boolean skip;

    /** Where the whole difference is written. */
    @Parameter(property = "adjoint.outputDirectory", defaultValue = "${project.build.directory}/adjoint")
    private File outputDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("adjoint.skip is set: no committed derivatives are compared");
            return;
        }
        try {
            Path committed = committedDirectory.toPath();
            Map<String, String> now = generate();
            if (update) {
                write(committed, now);
            } else {
                compare(Generation.derivatives(committed), now);
            }
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the dependencies of the module are not resolved", e);
        }
    }

    private Map<String, String> generate() throws IOException, DependencyResolutionRequiredException {
        List<Path> sources = sources();
        if (sources.isEmpty()) {
            return Map.of();
        }
        List<Path> classPath = project.getCompileClasspathElements().stream()
                .filter(e -> !e.equals(project.getBuild().getOutputDirectory()))
                .map(Path::of)
                .toList();
        List<Path> processorPath =
                pluginArtifacts.stream().map(a -> a.getFile().toPath()).toList();
        Path folder = Files.createTempDirectory("adjoint-sources");
        try {
            return new Generation(
                            classPath,
                            processorPath,
                            release == null ? "" : release,
                            encoding == null ? "UTF-8" : encoding)
                    .run(sources, folder);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Path> sources() throws IOException {
        List<Path> roots = project.getCompileSourceRoots().stream()
                .map(Path::of)
                .filter(r -> !r.equals(generatedSourcesDirectory.toPath()))
                .filter(Files::isDirectory)
                .toList();
        List<Path> all = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                List<Path> java = files.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .toList();
                for (Path file : java) {
                    // What tells is ASCII in any encoding.
                    if (!Generation.isDerivative(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                        all.add(file);
                    }
                }
            }
        }
        return all;
    }

    private void write(Path committed, Map<String, String> now) throws IOException {
        for (String old : Generation.derivatives(committed).keySet()) {
            if (!now.containsKey(old)) {
                Files.delete(committed.resolve(old));
            }
        }
        for (Map.Entry<String, String> file : now.entrySet()) {
            Path path = committed.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        getLog().info(now.size() + " files written to " + committed);
    }

    private void compare(Map<String, String> committed, Map<String, String> now)
            throws IOException, MojoFailureException {
        List<String> diff = Comparison.diff(committed, now);
        if (diff.isEmpty()) {
            getLog().info(now.size() + " committed files of derivatives are what the processor writes now");
            return;
        }
        Path file = outputDirectory.toPath().resolve("sources.diff");
        Files.createDirectories(file.getParent());
        Files.write(file, diff);
        String shown = String.join("\n", diff.subList(0, Math.min(SHOWN, diff.size())));
        throw new MojoFailureException("the derivatives in " + committedDirectory
                + " are not what the processor writes now. Write them anew with\n"
                + "    mvn adjoint:verify-sources -Dadjoint.update\n"
                + "The whole difference is in " + file + ":\n" + shown);
    }
}
