// libedit's own interface (editline(3)), not its imitation of readline: only this one gives keys without signals,
// bracketed paste and a look at the clock while somebody types.
#define _GNU_SOURCE
#include "include/line_editing.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

static struct {
  EditLine *editor;
  History *history;
  char *history_path;
  char *prompt;
  char *line;
  bool interrupted;
  bool interrupted_empty;
  line_editing_idle idle;
  void *idle_context;
  char **words;
  size_t word_count;
  size_t word_capacity;
} state;

static char *prompt(EditLine *editor) {
  (void)editor;
  return state.prompt ? state.prompt : (char *)"";
}

// One wide character from stdin, with a pause every second in which the caller may print.
static int read_character(EditLine *editor, wchar_t *out) {
  char bytes[8];
  size_t count = 0;
  for (;;) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int ready = poll(&input, 1, 1000);
    if (ready < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (ready == 0) {
      if (state.idle && state.idle(state.idle_context)) el_set(editor, EL_REFRESH);
      continue;
    }
    char byte;
    ssize_t got = read(STDIN_FILENO, &byte, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return (int)got;
    bytes[count++] = byte;
    mbstate_t shift = {0};
    size_t used = mbrtowc(out, bytes, count, &shift);
    if (used == (size_t)-2 && count < 4) continue;
    if (used == (size_t)-1 || used == (size_t)-2) {
      *out = 0xFFFD;
      return 1;
    }
    return 1;
  }
}

static unsigned char interrupt(EditLine *editor, int key) {
  (void)key;
  const LineInfo *line = el_line(editor);
  state.interrupted = true;
  state.interrupted_empty = line->lastchar == line->buffer;
  return CC_EOF;
}

// What a terminal sends between ESC[200~ and ESC[201~ is text, also its line ends.
static unsigned char paste(EditLine *editor, int key) {
  (void)key;
  static const wchar_t end[] = L"\033[201~";
  const size_t end_length = sizeof end / sizeof end[0] - 1;
  wchar_t *text = NULL;
  size_t length = 0, capacity = 0;
  wchar_t character;
  while (el_wgetc(editor, &character) == 1) {
    if (length + 2 > capacity) {
      capacity = capacity ? capacity * 2 : 256;
      wchar_t *larger = realloc(text, capacity * sizeof *larger);
      if (!larger) break;
      text = larger;
    }
    text[length++] = character;
    if (length >= end_length && wmemcmp(text + length - end_length, end, end_length) == 0) {
      length -= end_length;
      break;
    }
  }
  for (size_t i = 0; i < length; i++) {
    if (text[i] < 0x20 || text[i] == 0x7F) text[i] = L' ';
  }
  while (length > 0 && text[length - 1] == L' ') length--;
  if (length > 0) {
    text[length] = 0;
    el_winsertstr(editor, text);
  }
  free(text);
  return CC_REFRESH;
}

static unsigned char complete(EditLine *editor, int key) {
  (void)key;
  const LineInfo *line = el_line(editor);
  const char *start = line->cursor;
  while (start > line->buffer && start[-1] != ' ') start--;
  size_t typed = (size_t)(line->cursor - start);
  const char *first = NULL;
  size_t common = 0, matches = 0;
  for (size_t i = 0; i < state.word_count; i++) {
    const char *word = state.words[i];
    if (strncmp(word, start, typed) != 0) continue;
    if (matches++ == 0) {
      first = word;
      common = strlen(word);
      continue;
    }
    size_t same = 0;
    while (same < common && word[same] == first[same]) same++;
    common = same;
  }
  if (matches == 0) return CC_REFRESH_BEEP;
  if (common > typed) {
    char *rest = strndup(first + typed, common - typed);
    if (!rest) return CC_REFRESH_BEEP;
    el_insertstr(editor, rest);
    free(rest);
  }
  if (matches == 1) {
    el_insertstr(editor, " ");
  } else if (common == typed) {
    // The list starts on a line of its own; then the prompt is drawn again.
    char *prefix = strndup(start, typed);
    if (!prefix) return CC_REFRESH_BEEP;
    fputc('\n', stdout);
    for (size_t i = 0; i < state.word_count; i++) {
      if (strncmp(state.words[i], prefix, typed) == 0) printf("%s  ", state.words[i]);
    }
    fputc('\n', stdout);
    fflush(stdout);
    free(prefix);
    return CC_REDISPLAY;
  }
  return CC_REFRESH;
}

bool line_editing_open(line_editing_idle idle, void *context) {
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
  EditLine *editor = el_init("mostrador", stdin, stdout, stderr);
  if (!editor) return false;
  state.editor = editor;
  state.idle = idle;
  state.idle_context = context;
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_PROMPT_ESC, prompt, '\1');
  el_wset(editor, EL_GETCFN, read_character);
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor, EL_ADDFN, "mostrador-interrupt", "Ends the line unread", interrupt);
  el_set(editor, EL_ADDFN, "mostrador-paste", "Inserts a bracketed paste", paste);
  el_set(editor, EL_ADDFN, "mostrador-complete", "Completes the word", complete);
  el_set(editor, EL_BIND, "^C", "mostrador-interrupt", NULL);
  el_set(editor, EL_BIND, "\033[200~", "mostrador-paste", NULL);
  el_set(editor, EL_BIND, "\t", "mostrador-complete", NULL);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  state.history = history_init();
  if (state.history) {
    HistEvent event;
    history(state.history, &event, H_SETSIZE, 1000);
    el_set(editor, EL_HIST, history, state.history);
  }
  return true;
}

void line_editing_close(void) {
  if (state.history) history_end(state.history);
  if (state.editor) el_end(state.editor);
  state.history = NULL;
  state.editor = NULL;
}

enum line_editing_result line_editing_read(const char *text_of_prompt, const char **text) {
  if (!state.editor) return LINE_END;
  free(state.prompt);
  state.prompt = strdup(text_of_prompt);
  state.interrupted = false;
  fputs("\033[?2004h", stdout);
  fflush(stdout);
  int count = 0;
  const char *typed = el_gets(state.editor, &count);
  fputs("\033[?2004l", stdout);
  if (state.interrupted) {
    fputs("^C\n", stdout);
    fflush(stdout);
    el_reset(state.editor);
    return state.interrupted_empty ? LINE_INTERRUPTED_EMPTY : LINE_INTERRUPTED;
  }
  if (!typed || count <= 0) {
    fputc('\n', stdout);
    fflush(stdout);
    return LINE_END;
  }
  fflush(stdout);
  free(state.line);
  state.line = strdup(typed);
  if (!state.line) return LINE_END;
  state.line[strcspn(state.line, "\n")] = 0;
  *text = state.line;
  return LINE_READ;
}

void line_editing_use_history(const char *path, int limit) {
  if (!state.history) return;
  HistEvent event;
  history(state.history, &event, H_SETSIZE, limit);
  history(state.history, &event, H_LOAD, path);
  free(state.history_path);
  state.history_path = strdup(path);
}

void line_editing_remember(const char *line) {
  if (!state.history) return;
  HistEvent event;
  for (int found = history(state.history, &event, H_FIRST); found >= 0;
       found = history(state.history, &event, H_NEXT)) {
    size_t length = strcspn(event.str, "\n");
    if (strlen(line) == length && strncmp(event.str, line, length) == 0) {
      HistEvent removed;
      history(state.history, &removed, H_DEL, event.num);
      break;
    }
  }
  history(state.history, &event, H_ENTER, line);
  if (!state.history_path) return;
  // Made with its mode before libedit writes: what was typed is nobody else's, not even for a moment.
  int descriptor = open(state.history_path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return;
  fchmod(descriptor, 0600);
  close(descriptor);
  history(state.history, &event, H_SAVE, state.history_path);
}

void line_editing_clear_words(void) {
  for (size_t i = 0; i < state.word_count; i++) free(state.words[i]);
  state.word_count = 0;
}

void line_editing_add_word(const char *word) {
  if (state.word_count == state.word_capacity) {
    size_t capacity = state.word_capacity ? state.word_capacity * 2 : 64;
    char **larger = realloc(state.words, capacity * sizeof *larger);
    if (!larger) return;
    state.words = larger;
    state.word_capacity = capacity;
  }
  char *copy = strdup(word);
  if (copy) state.words[state.word_count++] = copy;
}
