#ifndef MOSTRADOR_MEMORY_H
#define MOSTRADOR_MEMORY_H

/// Makes ready for work that takes and frees blocks of megabytes, many of them, on several threads: blocks of less than
/// 8 MB are cut from memory that was used before, where every one would be new pages from the system. What a thread
/// frees still goes back: left alone, the allocator keeps up to 64 MB on top of each thread's own once it has seen such
/// blocks go, and giving back reaches only the first thread's.
void mostrador_expect_load(void);

/// Ends what ``mostrador_expect_load`` began, and gives back to the system what is no longer used: what the allocator
/// holds, and the pages of the program that the work was done with. Those that are needed again come back from the
/// system's own copy of the file, a microsecond for each 16 of them. Costs a millisecond or two.
void mostrador_return_memory(void);

#endif
