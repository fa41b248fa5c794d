#ifndef CTOML_H
#define CTOML_H

/* A C face of toml++: text in, a flat list of events out. Nothing of it throws. */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    CTOML_TABLE_START,
    CTOML_TABLE_END,
    CTOML_ARRAY_START,
    CTOML_ARRAY_END,
    /* The key of the value that follows. */
    CTOML_KEY,
    CTOML_STRING,
    CTOML_INTEGER,
    CTOML_NUMBER,
    CTOML_BOOL,
    /* A date or a time, as text. */
    CTOML_DATE
} ctoml_kind;

/* Lines and columns are 1-based, columns count code points; 0 where a place is not known. */
typedef struct {
    ctoml_kind kind;
    const char *text;
    size_t length;
    int64_t integer;
    double number;
    uint32_t line, column, end_line, end_column;
} ctoml_event;

typedef struct ctoml_document ctoml_document;

/* Never null unless memory ran out. Tables and arrays below `depth` levels are an error. */
ctoml_document *ctoml_parse(const char *text, size_t length, size_t depth);
void ctoml_free(ctoml_document *document);

/* The message of a document that did not parse, else null; its place. */
const char *ctoml_error(const ctoml_document *document, uint32_t *line, uint32_t *column);
/* Whether the error is the limit on depth. */
int ctoml_is_limit(const ctoml_document *document);

size_t ctoml_count(const ctoml_document *document);
const ctoml_event *ctoml_at(const ctoml_document *document, size_t index);

#ifdef __cplusplus
}
#endif

#endif
