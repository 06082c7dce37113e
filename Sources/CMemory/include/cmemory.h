#ifndef MOSTRADOR_MEMORY_H
#define MOSTRADOR_MEMORY_H

/// Gives back to the system what the allocator holds and nobody uses: for once, behind work that needed much more memory
/// than what it made. Costs a millisecond or two.
void mostrador_return_memory(void);

#endif
