package org.instantlogs.suite.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as a tree whose values are all texts, as written: YAML would turn an unquoted zone id of digits into a number
 * and lose its leading zeros. Read with SnakeYAML's composer and not through Jackson for the same reason.
 *
 * @param source what messages call the text, such as the file's name
 */
record YamlText(String source) {

    /**
     * The tree; a missing node where the text holds nothing.
     *
     * @throws DescriptorException if it is no YAML, holds more than one document, repeats a key, or uses an alias for
     *     more than a single value
     */
    JsonNode tree(String text) {
        try {
            Node root = new Yaml(options()).compose(new StringReader(text));
            return root == null ? JsonNodeFactory.instance.missingNode() : convert(root);
        } catch (MarkedYAMLException syntax) {
            throw refused(syntax.getProblemMark(), syntax.getProblem() == null ? "no YAML" : syntax.getProblem());
        } catch (YAMLException syntax) {
            throw refused(null, String.valueOf(syntax.getMessage()));
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private JsonNode convert(Node node) {
        if (node instanceof MappingNode mapping) {
            return section(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(entry -> list.add(convert(entry)));
            return list;
        }
        if (node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())) {
            return JsonNodeFactory.instance.textNode(scalar.getValue());
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private ObjectNode section(MappingNode mapping) {
        ObjectNode section = JsonNodeFactory.instance.objectNode();
        List<NodeTuple> entries = mapping.getValue();
        for (NodeTuple entry : entries) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw refused(entry.getKeyNode().getStartMark(), "a property's name is a single word");
            }
            if (section.has(key.getValue())) {
                throw refused(
                        key.getStartMark(),
                        "the property " + Wording.quoted(key.getValue()) + " is here a second time");
            }
            section.set(key.getValue(), convert(entry.getValueNode()));
        }
        return section;
    }

    private DescriptorException refused(@Nullable Mark mark, String problem) {
        String place = mark == null ? "" : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
        return new DescriptorException(
                source + place + ": " + problem.lines().findFirst().orElse("no YAML"));
    }
}
