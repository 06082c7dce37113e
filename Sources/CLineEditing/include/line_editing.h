#ifndef MOSTRADOR_LINE_EDITING_H
#define MOSTRADOR_LINE_EDITING_H

#include <stdbool.h>
#include <stddef.h>

/// libedit behind a few functions: one editor a process, on stdin and stdout, UTF-8.
///
/// Interrupts are keys here, not signals: Ctrl-C ends the line with LINE_INTERRUPTED, or _EMPTY if nothing was typed.

enum line_editing_result {
  LINE_READ = 0,
  LINE_INTERRUPTED = 1,
  LINE_END = 2,
  LINE_INTERRUPTED_EMPTY = 3,
};

/// Called about once a second while a line is being typed. Returns true if it wrote something: the line is drawn again.
typedef bool (*line_editing_idle)(void *context);

/// Starts the editor. Returns false if the terminal cannot be used.
bool line_editing_open(line_editing_idle idle, void *context);

void line_editing_close(void);

/// Reads one line under `prompt`; escape sequences in the prompt stand between two bytes 0x01.
///
/// `*text` is valid until the next call and set only for LINE_READ; it has no line end.
enum line_editing_result line_editing_read(const char *prompt, const char **text);

/// Loads the history from `path`, and keeps it there from now on: at most `limit` lines, mode 0600.
void line_editing_use_history(const char *path, int limit);

/// Puts `line` at the end of the history; an equal line before it goes away.
void line_editing_remember(const char *line);

/// Forgets all words that Tab completes.
void line_editing_clear_words(void);

/// Lets Tab complete `word`.
void line_editing_add_word(const char *word);

#endif
