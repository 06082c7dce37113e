#define _GNU_SOURCE
#include "cmemory.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void mostrador_expect_load(void) {
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
}

static int give_back_code(struct dl_phdr_info *object, size_t size, void *unused) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[i];
    // Pages that cannot be written to are the file's own, unless a debugger set breakpoints in them: those are lost. What
    // has been written to since is nowhere else.
    if (part->p_type != PT_LOAD || part->p_flags & PF_W) continue;
    uintptr_t start = object->dlpi_addr + part->p_vaddr;
    uintptr_t end = start + part->p_memsz;
    start &= ~(page - 1);
    madvise((void *)start, end - start, MADV_DONTNEED);
  }
  // The program itself comes first; its libraries are left alone.
  return 1;
}

void mostrador_return_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
  malloc_trim(0);
  dl_iterate_phdr(give_back_code, NULL);
}
