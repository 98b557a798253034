#define _GNU_SOURCE
#include "CTerminalWidths.h"
#include "CUnicodeTables.h"
#include <dlfcn.h>
#include <stddef.h>
#include <wchar.h>

static bool ambiguous_is_wide;

void broadsheet_set_ambiguous_wide(bool is_wide) { ambiguous_is_wide = is_wide; }

/// The C library's wcwidth, in its place. ncurses asks it how many cells a character takes, and no locale knows what the
/// terminal does with characters of ambiguous width. As the function is the program's own, the linker gives it to ncurses too.
int wcwidth(wchar_t character) {
    static int (*system)(wchar_t);
    unsigned point = (unsigned)character;
    if (ambiguous_is_wide && point <= 0x10FFFF) {
        // As in `Traits`: one cell by itself, and ambiguous.
        unsigned record = broadsheet_record(point);
        if ((record >> 16 & 3) == 1 && (record >> 23 & 1) && !(record >> 20 & 3)) return 2;
    }
    if (!system) system = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
    return system ? system(character) : 1;
}
