package dev.adjoint.report;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A headless Chromium with one page, steered by the DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private int sent;

    /**
     * Starts the browser.
     *
     * @param folder an empty folder for its files
     */
    Chromium(Path folder) throws Exception {
        process = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page(client, port(folder))), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        call("Page.enable", Map.of());
    }

    /** The browser writes the port that it has found into a file. */
    private static String port(Path folder) throws Exception {
        Path file = folder.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readAllLines(file).get(0);
            }
            Thread.sleep(20);
        }
        throw new IOException("Chromium does not start: " + Files.readString(folder.resolve("output.txt")));
    }

    private static String page(HttpClient client, String port) throws Exception {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        String answer = client.send(list, HttpResponse.BodyHandlers.ofString()).body();
        for (var target : JsonParser.parseString(answer).getAsJsonArray()) {
            if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
                return target.getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
            }
        }
        throw new IOException("Chromium has no page: " + answer);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }
    }

    /** Sends a command and gives its result. */
    JsonObject call(String method, Map<String, ?> parameters) throws Exception {
        int id = ++sent;
        socket.sendText(new Gson().toJson(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(SECONDS, TimeUnit.SECONDS);
        JsonObject answer = await(m -> m.has("id") && m.get("id").getAsInt() == id);
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.getAsJsonObject("result");
    }

    private JsonObject await(Predicate<JsonObject> wanted) throws Exception {
        while (true) {
            String message = messages.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("Chromium does not answer");
            }
            JsonObject parsed = JsonParser.parseString(message).getAsJsonObject();
            if (wanted.test(parsed)) {
                return parsed;
            }
        }
    }

    /** Opens a page in a window of that width. */
    void open(Path page, int width) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await(m -> m.has("method") && m.get("method").getAsString().equals("Page.loadEventFired"));
    }

    void allowScripts(boolean allowed) throws Exception {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** What the page is told that its reader prefers: {@code light} or {@code dark}. */
    void prefer(String scheme) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The value of a JavaScript expression, as text. */
    String value(String expression) throws Exception {
        JsonObject answer = call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"));
        if (answer.has("exceptionDetails")) {
            throw new IOException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.getAsJsonObject("result").get("value").getAsString();
    }

    /** Moves the mouse to the middle of an element, after scrolling there. */
    void hover(String selector) throws Exception {
        String box = "document.querySelector('" + selector + "').getBoundingClientRect()";
        value("document.querySelector('" + selector + "').scrollIntoView({block: 'center'})");
        double x = Double.parseDouble(value("(b => b.left + Math.min(b.width, 200) / 2)(" + box + ")"));
        double y = Double.parseDouble(value("(b => b.top + b.height / 2)(" + box + ")"));
        call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /** Puts the focus on an element and types. */
    void type(String selector, String text) throws Exception {
        value("document.querySelector('" + selector + "').focus()");
        call("Input.insertText", Map.of("text", text));
    }

    /** A picture of the whole page, however long it is. */
    void picture(Path file) throws Exception {
        Map<String, Object> how = Map.of("format", "png", "captureBeyondViewport", true);
        String data = call("Page.captureScreenshot", how).get("data").getAsString();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    @Override
    public void close() throws Exception {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        try {
            call("Browser.close", Map.of());
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
