using Relais.Bench;
using Relais.Bench.Mail;
using Relais.Bench.Needs;
using Relais.Bench.Registers;

IBenchmark[] benchmarks = [new MailBenchmark(), new PreviewBenchmark(), new InviteBenchmark(), new RegisterBenchmark()];

var chosen = benchmarks.Where(benchmark => args.Length is 0 || args.Contains(benchmark.Name, StringComparer.Ordinal)).ToList();
if (chosen.Count is 0)
{
    await Console.Error.WriteLineAsync($"There is: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
    return 2;
}

foreach (var benchmark in chosen)
{
    Console.WriteLine($"# {benchmark.Name}: {benchmark.Question}");
    await benchmark.RunAsync();
}

return 0;
