package org.instantlogs.suite.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads a target's descriptor: the file, over it environment variables {@code TARGET_…}, over them system properties
 * {@code target.…}; what none of them gives has the contract's default. Target contract, section 1.
 */
public final class DescriptorReader {
    private static final int LARGEST_BYTES = 1 << 20;

    private DescriptorReader() {}

    /**
     * The descriptor in that file, with its overrides; without a file, of the overrides alone.
     *
     * @throws DescriptorException if it can't be used
     */
    public static Descriptor read(Optional<Path> file, Properties properties, Map<String, String> environment) {
        Path folder = file.map(path -> path.toAbsolutePath().getParent()).orElse(Path.of(""));
        JsonNode tree = file.map(path -> new YamlText(Wording.quoted(path.toString())).tree(content(path)))
                .orElse(JsonNodeFactory.instance.missingNode());
        return descriptor(tree, folder == null ? Path.of("") : folder, properties, environment);
    }

    /**
     * The descriptor in that YAML text, with its overrides.
     *
     * @param folder what {@code tls.trust} is relative to
     * @throws DescriptorException if it can't be used
     */
    public static Descriptor fromText(
            String yaml, Path folder, Properties properties, Map<String, String> environment) {
        return descriptor(new YamlText("the descriptor").tree(yaml), folder, properties, environment);
    }

    /** Whether anything overrides a descriptor; with neither file nor override, the bundled server is the target. */
    public static boolean overridden(Properties properties, Map<String, String> environment) {
        Problems unknownNames = new Problems();
        return !Overrides.of(properties, environment, unknownNames).entries().isEmpty() || !unknownNames.isEmpty();
    }

    private static Descriptor descriptor(
            JsonNode tree, Path folder, Properties properties, Map<String, String> environment) {
        Problems problems = new Problems();
        if (!tree.isMissingNode()) {
            Shape.descriptor().check(tree, "", problems);
        }
        Overrides overrides = Overrides.of(properties, environment, problems);
        problems.refuseIfAny();
        ObjectNode root = tree instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        Map<String, String> origins = overrides.applyTo(root, problems);
        problems.refuseIfAny();
        Shape.descriptor().check(root, "", problems);
        problems.refuseIfAny();
        return new Assembly(new Values(root, origins, environment, problems), folder).descriptor();
    }

    private static String content(Path file) {
        String name = Wording.quoted(file.toString());
        if (!Files.exists(file)) {
            throw new DescriptorException("the descriptor " + name + " is missing; give the path of a YAML file");
        }
        if (Files.isDirectory(file)) {
            throw new DescriptorException("the descriptor " + name + " is a folder; give the path of a YAML file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new DescriptorException("the descriptor " + name + " is over 1 MiB; give a YAML file");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException noText) {
            throw new DescriptorException("the descriptor " + name + " is no UTF-8 text; give a YAML file");
        } catch (IOException unreadable) {
            throw new DescriptorException(
                    "the descriptor " + name + " can't be read; give a file that this user may read");
        }
    }
}
