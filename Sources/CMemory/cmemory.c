#include "cmemory.h"

#include <malloc.h>

void mostrador_return_memory(void) { malloc_trim(0); }

void mostrador_keep_no_memory(void) { mallopt(M_TRIM_THRESHOLD, 1 << 20); }
