#ifndef NORTHSTAR_CTERMINAL_H
#define NORTHSTAR_CTERMINAL_H

/// The number of columns of the terminal behind a file descriptor; 0 when it is not a terminal or the number is
/// unknown.
int terminal_columns(int descriptor);

#endif
