package org.instantlogs.reports.known;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;

/** The list of known deviations as a YAML file: read with refusals that name the member, written in a fixed order. */
final class LedgerFile {

    static final int VERSION = 1;

    private static final String HEAD = """
            # Known deviations of a target: listed checks that are violated in a listed way leave a run green.
            # `reason`, `link` and `expires` (the last day that counts) are yours; `known update` keeps them and writes the rest.
            """;

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LedgerFile() {}

    static Ledger read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "the list of known deviations `" + file + "` is not there; `known update` writes one from a report",
                    e);
        } catch (CharacterCodingException e) {
            throw new IOException("the list of known deviations `" + file + "` is no UTF-8 text", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("the list of known deviations `" + file + "` is of no use: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException("the list of known deviations `" + file + "` cannot be read; give a YAML file", e);
        }
    }

    static Ledger parse(String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            var at =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            var what = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException("it is no YAML" + at + " (" + what + ")", e);
        }
        if (root == null || !root.isObject()) {
            throw new IllegalArgumentException("it holds no mapping; begin with `known: 1`");
        }
        return ledger(new LedgerNode(root, ""));
    }

    private static Ledger ledger(LedgerNode root) {
        root.refuseOtherThan("known", "deviations");
        root.version("known", VERSION);
        var entries = new ArrayList<LedgerEntry>();
        var seen = new HashSet<String>();
        for (var node : root.objects("deviations")) {
            var entry = node.entry();
            if (!seen.add(entry.check())) {
                throw new IllegalArgumentException("`" + node.path("check") + "` is `" + entry.check()
                        + "`, as in an entry before; make one of the two");
            }
            entries.add(entry);
        }
        return new Ledger(entries);
    }

    static String text(Ledger ledger) {
        var root = YAML.createObjectNode().put("known", VERSION);
        var deviations = root.putArray("deviations");
        for (var entry : ledger.entries()) {
            var node = deviations
                    .addObject()
                    .put("check", entry.check())
                    .put("reason", entry.told().reason());
            entry.told().link().ifPresent(link -> node.put("link", link));
            entry.told().expires().ifPresent(day -> node.put("expires", day));
            var fingerprints = node.putArray("fingerprints");
            entry.fingerprints().forEach(fingerprints::add);
        }
        try {
            return HEAD + YAML.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("text in memory could not be written", impossible);
        }
    }

    /** Writes the whole file or, where that fails, leaves what was there. */
    static void write(Path file, Ledger ledger) throws IOException {
        var whole = file.toAbsolutePath();
        try {
            var beside = Files.createTempFile(whole.getParent(), ".known", null);
            Files.writeString(beside, text(ledger));
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    "the list of known deviations `" + file
                            + "` cannot be written; give a file in a folder that can be written",
                    e);
        }
    }
}
