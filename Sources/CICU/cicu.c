#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

struct mostrador_icu_breaker {
  UBreakIterator *iterator;
  UText text;
  const char *utf8;
  int64_t length;
  int64_t position;
};

static const char empty_text[] = "";

mostrador_icu_breaker *mostrador_icu_open(const char *locale, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  mostrador_icu_breaker *breaker = calloc(1, sizeof(mostrador_icu_breaker));
  if (breaker == NULL) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  const UText initial = UTEXT_INITIALIZER;
  breaker->text = initial;
  breaker->iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    free(breaker);
    breaker = NULL;
  }
  *error = status;
  return breaker;
}

void mostrador_icu_close(mostrador_icu_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  free(breaker);
}

void mostrador_icu_begin(mostrador_icu_breaker *breaker, const char *utf8, int64_t length, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  if (length == 0) utf8 = empty_text;
  utext_openUTF8(&breaker->text, utf8, length, &status);
  ubrk_setUText(breaker->iterator, &breaker->text, &status);
  breaker->utf8 = U_SUCCESS(status) ? utf8 : NULL;
  breaker->length = length;
  breaker->position = 0;
  *error = status;
}

/* The iterator's rule status tells marks from letters («a:b») and digits from words («5g»); it costs a call. */
static int32_t class_of_code_point(UChar32 c, UBreakIterator *iterator) {
  /* What messages are made of: Latin letters, all of them from À on but × and ÷, without asking for properties. */
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return MOSTRADOR_ICU_WORD;
  if (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) return MOSTRADOR_ICU_WORD;
  switch (c) {
    case ' ':
      return MOSTRADOR_ICU_SPACE;
    case '.': case ',': case '?': case '!': case 0xBF: case 0xA1: /* ¿ ¡ */
      return ubrk_getRuleStatus(iterator) >= UBRK_WORD_NUMBER ? MOSTRADOR_ICU_WORD : MOSTRADOR_ICU_PUNCTUATION;
    case '#': case '%': case '&': case '@': case '*': case '/': case '\\':
      return MOSTRADOR_ICU_SYMBOL;
    case '\n': case '\r': case 0x0B: case 0x0C: case 0x85: case 0x2028: case 0x2029:
      return MOSTRADOR_ICU_LINE_END;
    case 0x00A9: case 0x00AE: case 0x2122: /* ©, ®, ™ have emoji forms, but nobody means them */
      return MOSTRADOR_ICU_SYMBOL;
  }
  if (c >= 0x2600) {
    if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)
        || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER)) {
      return MOSTRADOR_ICU_EMOJI;
    }
  } else if (c >= 0x2190 && u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) {
    return MOSTRADOR_ICU_EMOJI;
  }
  if (u_isUWhiteSpace(c)) return MOSTRADOR_ICU_SPACE;
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
      return MOSTRADOR_ICU_SPACE;
    case U_FORMAT_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return MOSTRADOR_ICU_IGNORABLE;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return ubrk_getRuleStatus(iterator) >= UBRK_WORD_NUMBER ? MOSTRADOR_ICU_WORD : MOSTRADOR_ICU_PUNCTUATION;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return MOSTRADOR_ICU_SYMBOL;
    case U_DECIMAL_DIGIT_NUMBER:
      return ubrk_getRuleStatus(iterator) < UBRK_WORD_NUMBER_LIMIT ? MOSTRADOR_ICU_NUMBER : MOSTRADOR_ICU_WORD;
    default:
      return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ? MOSTRADOR_ICU_IGNORABLE : MOSTRADOR_ICU_WORD;
  }
}

int32_t mostrador_icu_next(mostrador_icu_breaker *breaker, mostrador_icu_segment *segments, int32_t capacity) {
  int32_t count = 0;
  if (breaker->utf8 == NULL) return 0;
  while (count < capacity) {
    int32_t end = ubrk_next(breaker->iterator);
    if (end == UBRK_DONE) break;
    UChar32 first;
    int32_t offset = 0;
    const uint8_t *start = (const uint8_t *)breaker->utf8 + breaker->position;
    int32_t room = (int32_t)(breaker->length - breaker->position);
    U8_NEXT_OR_FFFD(start, offset, room, first);
    segments[count].end = end;
    segments[count].class = class_of_code_point(first, breaker->iterator);
    breaker->position = end;
    count += 1;
  }
  return count;
}

/* ICU's iterator keeps the address, which costs half of a begin to change; it reads only when it is moved, by _next. */
void mostrador_icu_end(mostrador_icu_breaker *breaker) { breaker->utf8 = NULL; }

/* Drops marks and ignorables from NFD text in place, and unifies what keyboards and web pages vary. */
static int32_t filter(UChar *text, int32_t length) {
  int32_t read = 0, write = 0;
  UBool base_is_n = 0;
  while (read < length) {
    UChar32 c;
    U16_NEXT(text, read, length, c);
    switch (u_charType(c)) {
      case U_NON_SPACING_MARK:
      case U_ENCLOSING_MARK:
        if (c == 0x0303 && base_is_n) {
          text[write++] = 0x0303;
          base_is_n = 0;
        }
        continue;
    }
    if (c >= 0x80) {
      if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
      if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4) c = '\'';
      else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) c = '-';
      else if (c == 0x00B0) c = 0x00BA;
    }
    base_is_n = c == 'n' || c == 'N';
    UBool failed = 0;
    U16_APPEND(text, write, length, c, failed);
    (void)failed; /* never: what is written is no longer than what was read */
  }
  return write;
}

int32_t mostrador_icu_fold(const char *utf8, int32_t length, char *folded, int32_t capacity, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  *error = U_ZERO_ERROR;
  if (length <= 0) return 0;
  if (length > INT32_MAX / 16) {
    *error = U_INDEX_OUTOFBOUNDS_ERROR;
    return -1;
  }
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  /* In UTF-16, NFD is at most four times as long and case folding three times. */
  int32_t room = length * 4 + 16;
  UChar *first = malloc((size_t)room * 3 * sizeof(UChar));
  int32_t result = -1;
  if (first == NULL) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return -1;
  }
  UChar *second = first + room;
  int32_t second_room = room * 2;
  int32_t count = 0;
  u_strFromUTF8WithSub(first, room, &count, utf8, length, 0xFFFD, NULL, &status);
  count = unorm2_normalize(nfd, first, count, second, second_room, &status);
  if (U_SUCCESS(status)) {
    count = filter(second, count);
    /* Without marks the text is back to at most its length in UTF-8 units; folding triples it at most. */
    count = u_strFoldCase(first, room, second, count, U_FOLD_CASE_DEFAULT, &status);
    count = unorm2_normalize(nfc, first, count, second, second_room, &status);
    if (U_SUCCESS(status)) {
      u_strToUTF8(folded, capacity, &result, second, count, &status);
      if (status == U_BUFFER_OVERFLOW_ERROR || status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
    }
  }
  free(first);
  *error = status;
  return U_FAILURE(status) ? -1 : result;
}

void mostrador_icu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}
