// What Swift cannot take from ncurses' own header: macros, variadic functions and global variables.
#pragma once
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static const attr_t broadsheet_bold = WA_BOLD;
static const attr_t broadsheet_dim = WA_DIM;
static const attr_t broadsheet_underline = WA_UNDERLINE;
static const attr_t broadsheet_reverse = WA_REVERSE;

static inline int broadsheet_colors(void) { return COLORS; }
static inline int broadsheet_color_pairs(void) { return COLOR_PAIRS; }

// What wants a window, which stays in C: newer systems hide what a WINDOW is, and Swift has another type for a pointer to what is
// hidden. There is one, the whole screen; all else that is done to it has a function of ncurses without one.
static inline int broadsheet_rows(void) { return getmaxy(stdscr); }
static inline int broadsheet_columns(void) { return getmaxx(stdscr); }
static inline int broadsheet_cursor_column(void) { return getcurx(stdscr); }
static inline void broadsheet_draw_anew(void) { clearok(stdscr, TRUE); }
// What is in some rows of the screen is not what ncurses wrote there: they are written anew with the next frame.
static inline void broadsheet_forget_rows(int first, int count) { wredrawln(stdscr, first, count); }

static inline void broadsheet_prepare_screen(void) {
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    leaveok(stdscr, FALSE);
}

static inline int broadsheet_is_utf8(void) {
    const char *codeset = nl_langinfo(CODESET);
    return strcmp(codeset, "UTF-8") == 0 || strcmp(codeset, "utf8") == 0;
}

// A complex character from wide characters; zeroed first, as setcchar leaves it untouched where it fails.
static inline int broadsheet_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    memset(cell, 0, sizeof *cell);
    return setcchar(cell, text, attributes, 0, &pair);
}

// A descriptor under another one's number, not for programs that are started: Linux' own, which the system's headers keep from
// Swift.
extern int dup3(int descriptor, int number, int flags);
