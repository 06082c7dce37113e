#ifndef MOSTRADOR_MEMORY_H
#define MOSTRADOR_MEMORY_H

/// Lets every thread's memory go back as it is freed: left alone, the allocator keeps up to 64 MB on top of each thread's
/// own once it has seen blocks of megabytes go, and giving back reaches only the first thread's. Call before such work.
void mostrador_keep_no_memory(void);

/// Gives back to the system what the allocator holds and nobody uses: for once, behind work that needed much more memory
/// than what it made. Costs a millisecond or two.
void mostrador_return_memory(void);

#endif
