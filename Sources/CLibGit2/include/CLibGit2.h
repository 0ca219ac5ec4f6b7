#ifndef NORTHSTAR_CLIBGIT2_H
#define NORTHSTAR_CLIBGIT2_H

#include <git2.h>
#include <git2/sys/odb_backend.h>

#endif
