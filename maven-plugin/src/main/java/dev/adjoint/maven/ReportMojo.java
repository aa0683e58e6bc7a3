package dev.adjoint.maven;

import dev.adjoint.check.model.Settings;
import dev.adjoint.check.output.Summary;
import dev.adjoint.check.run.Answer;
import dev.adjoint.report.ReportBuilder;
import dev.adjoint.source.SourceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes one self-contained HTML page about the derivatives of the module: sources and derivatives side by side, plots,
 * costs, and what the check finds. It never breaks the build over a derivative; that is the goal {@code check}'s part.
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class ReportMojo extends CheckingMojo {
    /** The page's file. */
    @Parameter(property = "adjoint.report", defaultValue = "${project.build.directory}/adjoint/report.html")
    private File reportFile;

    /** The folder that the processor's files are in, beside the module's source folders. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/annotations")
    private File generatedSourcesDirectory;

    /** The same for derivatives of methods in tests. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/test-annotations")
    private File generatedTestSourcesDirectory;

    @Override
    boolean measure() {
        return true;
    }

    @Override
    void report(Answer answer, Settings settings) throws MojoExecutionException {
        List<String> generated = new ArrayList<>();
        generated.add(generatedSourcesDirectory.toString());
        generated.add(generatedTestSourcesDirectory.toString());
        generated.addAll(sources().roots());
        ReportBuilder builder = new ReportBuilder(sources(), new SourceFiles(generated), reproduction());
        Summary summary = new Summary(settings, answer.outcomes());
        Path file = reportFile.toPath();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    builder.page(project.getName() + " " + project.getVersion(), summary, answer)
                            .html());
        } catch (IOException e) {
            throw new MojoExecutionException("the report cannot be written to " + file + ": " + e.getMessage(), e);
        }
        getLog().info(summary.text());
        getLog().info("report: " + file);
    }
}
