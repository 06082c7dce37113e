#include "cmemory.h"

#include <malloc.h>

void mostrador_return_memory(void) { malloc_trim(0); }
