#include "CTOML.h"

#include <algorithm>
#include <deque>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#define TOML_MAX_NESTED_VALUES 64
#include <toml++/toml.h>

struct ctoml_document {
    std::vector<ctoml_event> events;
    /* Texts that events point into; a deque never moves its elements. */
    std::deque<std::string> texts;
    std::string error;
    bool failed = false;
    bool limit = false;
    uint32_t line = 0, column = 0;
};

namespace {

/* A value still to be walked, or the end of a container. */
struct Step {
    const toml::node *node;
    const toml::key *key;
    bool closes;
    size_t depth;
};

void place(ctoml_event &event, const toml::source_region &source) {
    event.line = source.begin.line;
    event.column = source.begin.column;
    event.end_line = source.end.line;
    event.end_column = source.end.column;
}

void text(ctoml_document &document, ctoml_event &event, std::string value) {
    document.texts.push_back(std::move(value));
    event.text = document.texts.back().data();
    event.length = document.texts.back().size();
}

void scalar(ctoml_document &document, const toml::node &node, ctoml_event &event) {
    if (const auto *value = node.as_string()) {
        event.kind = CTOML_STRING;
        text(document, event, value->get());
    } else if (const auto *integer = node.as_integer()) {
        event.kind = CTOML_INTEGER;
        event.integer = integer->get();
    } else if (const auto *number = node.as_floating_point()) {
        event.kind = CTOML_NUMBER;
        event.number = number->get();
    } else if (const auto *boolean = node.as_boolean()) {
        event.kind = CTOML_BOOL;
        event.integer = boolean->get() ? 1 : 0;
    } else {
        event.kind = CTOML_DATE;
        std::ostringstream stream;
        if (const auto *date = node.as_date()) stream << date->get();
        if (const auto *time = node.as_time()) stream << time->get();
        if (const auto *date_time = node.as_date_time()) stream << date_time->get();
        text(document, event, stream.str());
    }
}

/* Depth first with a stack of its own: what nests in the text never nests calls. */
void walk(ctoml_document &document, const toml::table &root, size_t limit) {
    std::vector<Step> steps{{&root, nullptr, false, 0}};
    while (!steps.empty()) {
        const Step step = steps.back();
        steps.pop_back();
        ctoml_event event{};
        const toml::node &node = *step.node;
        place(event, node.source());
        if (step.closes) {
            event.kind = node.is_table() ? CTOML_TABLE_END : CTOML_ARRAY_END;
            document.events.push_back(event);
            continue;
        }
        if (step.key) {
            ctoml_event key{};
            key.kind = CTOML_KEY;
            place(key, step.key->source());
            text(document, key, std::string(step.key->str()));
            document.events.push_back(key);
        }
        const bool holds = node.is_table() || node.is_array();
        if (holds && step.depth >= limit) {
            document.failed = document.limit = true;
            document.error = "nested deeper than the limit";
            document.line = event.line;
            document.column = event.column;
            return;
        }
        if (const auto *table = node.as_table()) {
            event.kind = CTOML_TABLE_START;
            document.events.push_back(event);
            steps.push_back({step.node, nullptr, true, step.depth});
            std::vector<Step> entries;
            for (auto &&[key, value] : *table) entries.push_back({&value, &key, false, step.depth + 1});
            /* toml++ sorts by name; the file's order is that of the keys' places. */
            std::sort(entries.begin(), entries.end(), [](const Step &a, const Step &b) {
                const auto &x = a.key->source().begin, &y = b.key->source().begin;
                if (x.line != y.line) return x.line > y.line;
                return x.column != y.column ? x.column > y.column : a.key->str() > b.key->str();
            });
            steps.insert(steps.end(), entries.begin(), entries.end());
        } else if (const auto *array = node.as_array()) {
            event.kind = CTOML_ARRAY_START;
            document.events.push_back(event);
            steps.push_back({step.node, nullptr, true, step.depth});
            for (size_t i = array->size(); i-- > 0;) steps.push_back({array->get(i), nullptr, false, step.depth + 1});
        } else {
            scalar(document, node, event);
            document.events.push_back(event);
        }
    }
}

}  // namespace

extern "C" {

ctoml_document *ctoml_parse(const char *text, size_t length, size_t depth) {
    auto *document = new (std::nothrow) ctoml_document();
    if (!document) return nullptr;
    const toml::parse_result result = toml::parse(std::string_view(text, length));
    if (!result) {
        document->failed = true;
        document->error = std::string(result.error().description());
        if (document->error.find("TOML_MAX_NESTED_VALUES") != std::string::npos) {
            document->limit = true;
            document->error = "nested deeper than the limit";
        }
        document->line = result.error().source().begin.line;
        document->column = result.error().source().begin.column;
        return document;
    }
    walk(*document, result.table(), depth);
    return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

const char *ctoml_error(const ctoml_document *document, uint32_t *line, uint32_t *column) {
    if (!document->failed) return nullptr;
    *line = document->line;
    *column = document->column;
    return document->error.c_str();
}

int ctoml_is_limit(const ctoml_document *document) { return document->limit ? 1 : 0; }

size_t ctoml_count(const ctoml_document *document) { return document->events.size(); }

const ctoml_event *ctoml_at(const ctoml_document *document, size_t index) {
    return index < document->events.size() ? &document->events[index] : nullptr;
}
}
