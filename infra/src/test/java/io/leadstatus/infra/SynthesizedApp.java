package io.leadstatus.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/** The app as {@code cdk synth} makes it, with a package that is not real. */
final class SynthesizedApp {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Template database;
    final Template service;
    final Path output;

    SynthesizedApp(Map<String, String> settings) {
        try {
            output = Files.createTempDirectory("cdk");
            App app = new App(AppProps.builder()
                    .outdir(output.toString())
                    .context(flags())
                    .build());
            LeadstatusApp.Stacks stacks =
                    LeadstatusApp.build(app, Settings.of(withPackage(settings)::get), Path.of(".."));
            database = Template.fromStack(stacks.database());
            service = Template.fromStack(stacks.service());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> withPackage(Map<String, String> settings) throws IOException {
        Path functionZip = Files.createTempFile("function", ".zip");
        // The smallest archive there is: an empty one.
        Files.write(functionZip, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        Map<String, Object> all = new HashMap<>(Map.of("functionZip", functionZip.toString()));
        all.putAll(settings);
        return all;
    }

    private static Map<String, Object> flags() throws IOException {
        Map<String, Object> flags = new HashMap<>();
        JSON.readTree(Path.of("cdk.json").toFile())
                .get("context")
                .properties()
                .forEach(flag -> flags.put(flag.getKey(), JSON.convertValue(flag.getValue(), Object.class)));
        return flags;
    }

    /** The properties of all resources of a type. */
    static List<JsonNode> properties(Template template, String type) {
        return resources(template, type).stream()
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    static List<JsonNode> resources(Template template, String type) {
        return List.copyOf(JSON.<Map<String, JsonNode>>convertValue(
                        template.findResources(type),
                        JSON.getTypeFactory().constructMapType(HashMap.class, String.class, JsonNode.class))
                .values());
    }

    /** The one resource of a type whose text has a word in it. */
    static JsonNode resource(Template template, String type, String word) {
        List<JsonNode> found = resources(template, type).stream()
                .filter(resource -> resource.toString().contains(word))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of type " + type + " with " + word);
        }
        return found.get(0);
    }

    /** The function that answers requests, among those of the service's stack. */
    JsonNode function() {
        return resource(service, "AWS::Lambda::Function", "provided.al2023");
    }

    /** The variables that the function is started with. */
    JsonNode environment() {
        return function().at("/Properties/Environment/Variables");
    }

    /** What the asset with the migrations holds, relative to its folder. */
    List<String> migrationSource() throws IOException {
        Path folder = output.resolve("asset."
                + properties(service, "Custom::Migration").get(0).path("Source").asText());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
