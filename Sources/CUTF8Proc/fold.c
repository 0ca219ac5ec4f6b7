#include "CUTF8Proc.h"

#include <utf8proc.h>

char *northstar_folded(const char *text) {
  return (char *)utf8proc_NFKC_Casefold((const utf8proc_uint8_t *)text);
}
