#ifndef NORTHSTAR_CTERMINAL_H
#define NORTHSTAR_CTERMINAL_H

/// The number of columns of the terminal behind a file descriptor; 0 when it is none or doesn't say.
int terminal_columns(int descriptor);

#endif
