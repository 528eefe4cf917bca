using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GpuJazz.Carried;

/// <summary>Runs the tests in this process, where there is no SDK to do it.</summary>
internal sealed class TestRun : IMessageSink
{
    private const int MostFailures = 50;

    private readonly Lock _lock = new();
    private readonly List<ITestCase> _cases = [];
    private readonly JsonArray _failures = [];
    private readonly ManualResetEventSlim _done = new();
    private int _passed, _failed, _skipped;

    /// <summary>Runs those whose full name contains one of the filters, and writes tests.json.</summary>
    public static int Run(string folder, string[] filters)
    {
        var assembly = Assembly.Load("GpuJazz.Tests");
        var run = new TestRun();
        var options = new Options();
        using var framework = new XunitTestFramework(run);
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(false, run, options);
        run._done.Wait();
        run._done.Reset();

        bool IsChosen(ITestCase test) =>
            filters.Length == 0 || filters.Any(filter => test.DisplayName.Contains(filter, StringComparison.Ordinal));
        var chosen = run._cases.Where(IsChosen).ToList();
        using var executor = framework.GetExecutor(assembly.GetName());
        var watch = Stopwatch.StartNew();
        executor.RunTests(chosen, run, options);
        run._done.Wait();
        Results.Write(folder, "tests", new JsonObject
        {
            ["passed"] = run._passed,
            ["failed"] = run._failed,
            ["left_out"] = run._skipped,
            ["seconds"] = Math.Round(watch.Elapsed.TotalSeconds, 1),
            ["failures"] = run._failures,
        });
        Console.WriteLine($"{run._passed} passed, {run._failed} failed, {run._skipped} left out");
        return run._failed == 0 && run._passed > 0 ? 0 : 1;
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (_lock)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found: _cases.Add(found.TestCase); break;
                case ITestPassed: _passed++; break;
                case ITestSkipped: _skipped++; break;
                case ITestFailed failed: Fail(failed.Test.DisplayName, failed.Messages); break;
                case IErrorMessage error: Fail("the run itself", error.Messages); break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished: _done.Set(); break;
                default: break;
            }
        }

        return true;
    }

    private void Fail(string name, string[] messages)
    {
        _failed++;
        Console.WriteLine($"FAILED  {name}\n        {string.Join("\n        ", messages)}");
        if (_failures.Count < MostFailures) _failures.Add(new JsonObject { ["test"] = name, ["message"] = string.Join('\n', messages) });
    }

    /// <summary>The runner's own settings, all as they are by default.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = [];

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out object? value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
