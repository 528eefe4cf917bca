// A stand-in for NVRTC: clang compiles CUDA C as C++ for the processor, and the "machine code" is a shared library behind a head.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#define EXPORT __attribute__((visibility("default")))

struct Program { char* source; char* log; unsigned char* code; size_t size; };
static int compiled, live, fails;

EXPORT int stand_in_compiled(void) { return compiled; }
EXPORT int stand_in_programs(void) { return live; }
EXPORT void stand_in_fail_compiling(int result) { fails = result; }

EXPORT int nvrtcVersion(int* major, int* minor) { *major = 12; *minor = 8; return 0; }
EXPORT int nvrtcGetNumSupportedArchs(int* count) { *count = 2; return 0; }
EXPORT int nvrtcGetSupportedArchs(int* all) { all[0] = 80; all[1] = 90; return 0; }

// An instruction of PTX becomes a call of the function that has its name, dots and colons as lines, with the operands in their order.
static char* without_asm(const char* source)
{
    char* text = calloc(2, strlen(source) + 1);
    char* to = text;
    while (*source)
    {
        size_t word = strncmp(source, "asm volatile(\"", 14) == 0 ? 14 : strncmp(source, "asm(\"", 5) == 0 ? 5 : 0;
        if (!word) { *to++ = *source++; continue; }
        for (source += word; !strchr(" ;\"", *source); source++) *to++ = *source == '.' || *source == ':' ? '_' : *source;
        source = strchr(source, '"') + 1;
        *to++ = '(';
        for (const char* separator = ""; *source != ')';)
        {
            // "constraint"(operand), or "memory", which has none.
            source += strcspn(source, "\")");
            if (*source == ')') break;
            source = strchr(source + 1, '"') + 1;
            if (*source != '(') continue;
            to += sprintf(to, "%s", separator);
            separator = ", ";
            for (int depth = 0; depth > 0 || *source == '('; source++) depth += (*source == '(') - (*source == ')'), *to++ = *source;
        }
    }

    return text;
}

EXPORT int nvrtcCreateProgram(struct Program** program, const char* source, const char* name, int headers, const char** a, const char** b)
{
    if (!source || !name || headers != 0 || a || b) return 3;
    struct Program* made = calloc(1, sizeof *made);
    made->source = without_asm(source);
    live++;
    *program = made;
    return 0;
}

EXPORT int nvrtcDestroyProgram(struct Program** program)
{
    free((*program)->source); free((*program)->log); free((*program)->code); free(*program);
    live--;
    *program = 0;
    return 0;
}

static char* read_all(const char* path, size_t* size)
{
    FILE* file = fopen(path, "rb");
    if (!file) return 0;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char* content = calloc(1, *size + 1);
    if (fread(content, 1, *size, file) != *size) *size = 0;
    fclose(file);
    return content;
}

// The dynamic memory of a group has no declaration in C++.
static void write_kernel(FILE* file, const char* source)
{
    const char* dynamic = "extern __shared__ __align__(16) unsigned char ";
    const char* at = strstr(source, dynamic);
    if (!at) { fputs(source, file); return; }
    const char* name = at + strlen(dynamic);
    fwrite(source, 1, (size_t)(at - source), file);
    fprintf(file, "unsigned char* const %.*s = dynamic_memory;", (int)strcspn(name, "["), name);
    fputs(strchr(name, ';') + 1, file);
}

static int option(const char** options, int count, const char* wanted)
{
    for (int i = 0; i < count; i++) if (strcmp(options[i], wanted) == 0) return 1;
    return 0;
}

EXPORT int nvrtcCompileProgram(struct Program* program, int count, const char** options)
{
    if (!option(options, count, "--gpu-architecture=sm_90") || !option(options, count, "--fmad=false"))
    {
        program->log = strdup("the stand-in is told another architecture or other options");
        return 5;
    }

    if (fails) { program->log = strdup("kernel.cu(1): error: the test wants it\n"); return fails; }
    char folder[] = "/tmp/gpujazz-stand-in-XXXXXX", path[64], command[512];
    if (!mkdtemp(folder)) return 11;
    snprintf(path, sizeof path, "%s/kernel.cc", folder);
    FILE* file = fopen(path, "w");
    const char* head = "__global__ void ";
    const char* name = strstr(program->source, head);
    if (!file || !name) return 3;
    name += strlen(head);
    fprintf(file, "#include \"%s/prelude.h\"\n#line 1 \"kernel.cu\"\n", STAND_IN_FOLDER);
    write_kernel(file, program->source);
    fprintf(file, "\n#define KERNEL %.*s\n#define USES_BARRIERS %d\n#include \"%s/epilogue.h\"\n",
        (int)strcspn(name, "( \n"), name, strstr(program->source, "__syncthreads") || strstr(program->source, "__shfl_"), STAND_IN_FOLDER);
    fclose(file);
    snprintf(command, sizeof command,
        "clang -x c++ -std=c++17 -nostdinc++ -w -O1 -ffp-contract=off -fno-exceptions -fvisibility=hidden -fPIC -shared -o %s/kernel.so %s -lm 2>%s/log",
        folder, path, folder);
    int failed = system(command);
    size_t size;
    snprintf(path, sizeof path, "%s/log", folder);
    program->log = read_all(path, &size);
    snprintf(path, sizeof path, "%s/kernel.so", folder);
    char* code = failed ? 0 : read_all(path, &size);
    if (code)
    {
        // The head says how long the code is, which the driver is not told.
        program->size = size + 16;
        program->code = malloc(program->size);
        memcpy(program->code, "STAND-IN", 8);
        memcpy(program->code + 8, &size, 8);
        memcpy(program->code + 16, code, size);
        free(code);
        compiled++;
    }

    snprintf(command, sizeof command, "rm -r %s", folder);
    if (system(command) != 0) return 11;
    return failed ? 6 : 0;
}

EXPORT int nvrtcGetProgramLogSize(struct Program* program, size_t* size) { *size = program->log ? strlen(program->log) + 1 : 1; return 0; }
EXPORT int nvrtcGetProgramLog(struct Program* program, char* log) { strcpy(log, program->log ? program->log : ""); return 0; }
EXPORT int nvrtcGetCUBINSize(struct Program* program, size_t* size) { *size = program->size; return program->code ? 0 : 4; }
EXPORT int nvrtcGetCUBIN(struct Program* program, char* code) { memcpy(code, program->code, program->size); return 0; }
EXPORT int nvrtcGetPTXSize(struct Program* program, size_t* size) { return 4; }
EXPORT int nvrtcGetPTX(struct Program* program, char* code) { return 4; }
