namespace GpuJazz.Kernels;

/// <content>The same in CUDA C. From compute capability 8.0 on a warp has the highest of 32 integers in one instruction.</content>
internal static partial class WarpVotes
{
    // Numbers as integers of the same order; adding 0 makes one zero of two.
    private const string Key = """
        unsigned bits = __float_as_uint(value + 0.0f);
        const unsigned highest = __reduce_max_sync(0xffffffffu, (int)bits < 0 ? ~bits : bits | 0x80000000u);

        """;

    private const string Argmax = """
        #if __CUDA_ARCH__ >= 800
        const float value = logit;

        """ + Key + """
        return (int)__reduce_min_sync(0xffffffffu, ((int)bits < 0 ? ~bits : bits | 0x80000000u) == highest ? (unsigned)token : 0xffffffffu);
        #else
        for (int mask = 16; mask > 0; mask /= 2)
        {
            const float other = __shfl_xor_sync(0xffffffffu, logit, mask);
            const int place = __shfl_xor_sync(0xffffffffu, token, mask);
            const bool isBeaten = other > logit || (other == logit && place < token);
            logit = isBeaten ? other : logit;
            token = isBeaten ? place : token;
        }
        return token;
        #endif
        """;

    private const string Maximum = """
        #if __CUDA_ARCH__ >= 800
        """ + "\n" + Key + """
        return __uint_as_float((int)highest < 0 ? highest & 0x7fffffffu : ~highest);
        #else
        for (int mask = 16; mask > 0; mask /= 2) value = fmaxf(value, __shfl_xor_sync(0xffffffffu, value, mask));
        return value;
        #endif
        """;
}
