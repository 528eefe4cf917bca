using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;

return (int)CommandLine.Run(args, Terminal.OfProcess());
