#ifndef MOSTRADOR_CICU_H
#define MOSTRADOR_CICU_H

#include <stdint.h>

/*
 * The few ICU calls that we need. ICU renames its C functions by version with macros, which Swift does not see;
 * these names stay the same. No ICU header is included here, so nothing of ICU leaks into Swift.
 *
 * `error` receives ICU's UErrorCode: 0 and below is success, above is failure.
 */

/* What a segment is, judged by its first code point and ICU's rule status. */
typedef enum {
  MOSTRADOR_ICU_SPACE = 0,       /* white space inside a line, control characters */
  MOSTRADOR_ICU_LINE_END = 1,    /* LF, CR, NEL, U+2028, U+2029 … */
  MOSTRADOR_ICU_IGNORABLE = 2,   /* lone marks, BOM, zero-width characters */
  MOSTRADOR_ICU_WORD = 3,
  MOSTRADOR_ICU_NUMBER = 4,
  MOSTRADOR_ICU_PUNCTUATION = 5,
  MOSTRADOR_ICU_SYMBOL = 6,
  MOSTRADOR_ICU_EMOJI = 7,
} mostrador_icu_class;

typedef struct {
  int32_t end;    /* UTF-8 offset behind the segment; it starts where the previous one ends */
  int32_t class;  /* a mostrador_icu_class */
} mostrador_icu_segment;

/* A word break iterator with its text. One thread at a time. */
typedef struct mostrador_icu_breaker mostrador_icu_breaker;

/* NULL on failure. */
mostrador_icu_breaker *mostrador_icu_open(const char *locale, int32_t *error);
void mostrador_icu_close(mostrador_icu_breaker *breaker);

/* Points the breaker at `length` bytes of valid UTF-8, which must stay where they are until mostrador_icu_end. */
void mostrador_icu_begin(mostrador_icu_breaker *breaker, const char *utf8, int64_t length, int32_t *error);
/* Writes up to `capacity` segments; returns how many, 0 at the end of the text. */
int32_t mostrador_icu_next(mostrador_icu_breaker *breaker, mostrador_icu_segment *segments, int32_t capacity);
/* Lets go of the text. */
void mostrador_icu_end(mostrador_icu_breaker *breaker);

/*
 * Folds UTF-8: NFD, without non-spacing marks (except the tilde on n) and default ignorables, case-folded, NFC.
 * Typographic apostrophes become ', dashes -, the degree sign º. Thread-safe.
 * Writes at most `capacity` bytes and returns the length of the whole result, which may be more; -1 on failure.
 */
int32_t mostrador_icu_fold(const char *utf8, int32_t length, char *folded, int32_t capacity, int32_t *error);

/* The version of ICU in use, such as "72.1". `text` has room for 20 bytes. */
void mostrador_icu_version(char *text);

#endif
