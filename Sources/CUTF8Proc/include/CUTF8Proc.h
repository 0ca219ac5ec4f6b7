#ifndef NORTHSTAR_CUTF8PROC_H
#define NORTHSTAR_CUTF8PROC_H

/// A UTF-8 text in Unicode's NFKC_Casefold: one form for all texts that differ only in case, in compatibility characters
/// or in characters that are not shown. The caller frees it; null where memory is short or the text is not UTF-8.
char *northstar_folded(const char *text);

#endif
