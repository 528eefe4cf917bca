namespace ILGPU.Runtime.OpenCL;

/// <summary>What an OpenCL function says when it fails: the codes of the OpenCL 1.2 specification.</summary>
public enum CLError
{
    /// <summary>No error.</summary>
    CL_SUCCESS = 0,

    /// <summary>The platform has no such device.</summary>
    CL_DEVICE_NOT_FOUND = -1,

    /// <summary>The device is there but can't be used now.</summary>
    CL_DEVICE_NOT_AVAILABLE = -2,

    /// <summary>The platform has no compiler.</summary>
    CL_COMPILER_NOT_AVAILABLE = -3,

    /// <summary>A buffer found no memory.</summary>
    CL_MEM_OBJECT_ALLOCATION_FAILURE = -4,

    /// <summary>The device ran out of something.</summary>
    CL_OUT_OF_RESOURCES = -5,

    /// <summary>The host ran out of memory.</summary>
    CL_OUT_OF_HOST_MEMORY = -6,

    /// <summary>Source and target of a copy overlap.</summary>
    CL_MEM_COPY_OVERLAP = -8,

    /// <summary>The program has an error; the build log says which.</summary>
    CL_BUILD_PROGRAM_FAILURE = -11,

    /// <summary>A part of a buffer begins where the device can't have it.</summary>
    CL_MISALIGNED_SUB_BUFFER_OFFSET = -13,

    /// <summary>The program has an error; the build log says which.</summary>
    CL_COMPILE_PROGRAM_FAILURE = -15,

    /// <summary>Nothing is known about a kernel's parameters.</summary>
    CL_KERNEL_ARG_INFO_NOT_AVAILABLE = -19,

    /// <summary>A value outside of what is allowed.</summary>
    CL_INVALID_VALUE = -30,

    /// <summary>Not a valid device type.</summary>
    CL_INVALID_DEVICE_TYPE = -31,

    /// <summary>Not a valid platform.</summary>
    CL_INVALID_PLATFORM = -32,

    /// <summary>Not a valid device.</summary>
    CL_INVALID_DEVICE = -33,

    /// <summary>Not a valid context.</summary>
    CL_INVALID_CONTEXT = -34,

    /// <summary>Not a valid queue properties.</summary>
    CL_INVALID_QUEUE_PROPERTIES = -35,

    /// <summary>Not a valid command queue.</summary>
    CL_INVALID_COMMAND_QUEUE = -36,

    /// <summary>Not a valid host ptr.</summary>
    CL_INVALID_HOST_PTR = -37,

    /// <summary>Not a valid mem object.</summary>
    CL_INVALID_MEM_OBJECT = -38,

    /// <summary>Not a valid binary.</summary>
    CL_INVALID_BINARY = -42,

    /// <summary>Not a valid build options.</summary>
    CL_INVALID_BUILD_OPTIONS = -43,

    /// <summary>Not a valid program.</summary>
    CL_INVALID_PROGRAM = -44,

    /// <summary>Not a valid program executable.</summary>
    CL_INVALID_PROGRAM_EXECUTABLE = -45,

    /// <summary>Not a valid kernel name.</summary>
    CL_INVALID_KERNEL_NAME = -46,

    /// <summary>Not a valid kernel definition.</summary>
    CL_INVALID_KERNEL_DEFINITION = -47,

    /// <summary>Not a valid kernel.</summary>
    CL_INVALID_KERNEL = -48,

    /// <summary>Not a valid arg index.</summary>
    CL_INVALID_ARG_INDEX = -49,

    /// <summary>Not a valid arg value.</summary>
    CL_INVALID_ARG_VALUE = -50,

    /// <summary>Not a valid arg size.</summary>
    CL_INVALID_ARG_SIZE = -51,

    /// <summary>An argument of the kernel was never set.</summary>
    CL_INVALID_KERNEL_ARGS = -52,

    /// <summary>Not a valid work dimension.</summary>
    CL_INVALID_WORK_DIMENSION = -53,

    /// <summary>The device or the kernel can't have groups of this size.</summary>
    CL_INVALID_WORK_GROUP_SIZE = -54,

    /// <summary>Not a valid work item size.</summary>
    CL_INVALID_WORK_ITEM_SIZE = -55,

    /// <summary>Not a valid global offset.</summary>
    CL_INVALID_GLOBAL_OFFSET = -56,

    /// <summary>Something that is not allowed here.</summary>
    CL_INVALID_OPERATION = -59,

    /// <summary>Not a valid buffer size.</summary>
    CL_INVALID_BUFFER_SIZE = -61,

    /// <summary>Not a valid global work size.</summary>
    CL_INVALID_GLOBAL_WORK_SIZE = -63,

    /// <summary>Not a valid property.</summary>
    CL_INVALID_PROPERTY = -64,

    /// <summary>Not a valid compiler options.</summary>
    CL_INVALID_COMPILER_OPTIONS = -66,
}
