// Runs the kernel above for each work-item. Arguments come as the driver has them, and pointers as addresses of the device.
template <int... I> struct Places {};
template <class... A> static constexpr int count_of(void (*)(A...)) { return sizeof...(A); }
typedef void* Translate(void*);
template <class T> struct Argument { static T of(void* at, Translate*) { return *(T*)at; } };
template <class T> struct Argument<T*> { static T* of(void* at, Translate* translate) { return (T*)translate(*(void**)at); } };
static void** arguments;
static Translate* translation;
template <class... A> struct Caller
{
    template <int... I> static void call(void (*kernel)(A...), Places<I...>) { kernel(Argument<A>::of(arguments[I], translation)...); }
    static constexpr unsigned long sizes[sizeof...(A) + 1] = { sizeof(A)..., 0 };
};
template <class T, T... I> using PlacesOf = Places<I...>;
template <class... A> static void call(void (*kernel)(A...))
{ Caller<A...>::call(kernel, __make_integer_seq<PlacesOf, int, sizeof...(A)>()); }
template <class... A> static const unsigned long* sizes_of(void (*)(A...)) { return Caller<A...>::sizes; }

static void work_item() { call(KERNEL); }

extern "C" __attribute__((visibility("default"))) const unsigned long* stand_in_sizes() { return sizes_of(KERNEL); }
extern "C" __attribute__((visibility("default"))) void stand_in_run(void** given, Translate* translate, const unsigned* grid, const unsigned* group)
{
    enum { MostItems = 1024, StackSize = 64 * 1024 };
    static ucontext_t items[MostItems];
    static unsigned char stacks[USES_BARRIERS ? MostItems : 1][StackSize];
    static bool done[MostItems];
    arguments = given;
    translation = translate;
    gridDim = { grid[0], grid[1], grid[2] };
    blockDim = { group[0], group[1], group[2] };
    unsigned count = group[0] * group[1] * group[2];
    for (unsigned place = 0; place < grid[0] * grid[1] * grid[2]; place++)
    {
        blockIdx = { place % grid[0], place / grid[0] % grid[1], place / grid[0] / grid[1] };
        memset(done, 0, sizeof done);
        unfinished = count;
        waiting = 0;
        for (unsigned round = 0; unfinished > 0; round++)
        {
            for (unsigned i = 0; i < count; i++)
            {
                if (done[i]) continue;
                threadIdx = { i % group[0], i / group[0] % group[1], i / group[0] / group[1] };
                if (!USES_BARRIERS) { work_item(); unfinished--; done[i] = true; continue; }
                if (round == 0)
                {
                    getcontext(&items[i]);
                    items[i].uc_stack.ss_sp = stacks[i];
                    items[i].uc_stack.ss_size = StackSize;
                    items[i].uc_link = &scheduler;
                    makecontext(&items[i], [] { work_item(); *(bool*)&done[current - items] = true; }, 0);
                }

                current = &items[i];
                swapcontext(&scheduler, current);
                if (done[i]) { unfinished--; meet(); }
            }
        }
    }
}
