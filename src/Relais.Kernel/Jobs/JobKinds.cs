using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Kernel.Jobs;

internal sealed record JobKind(string Name, Func<IServiceProvider, string, CancellationToken, Task> RunAsync)
{
    public static JobKind Of<TJob>()
        where TJob : IJob =>
        new(TJob.Kind, (services, payload, cancellation) =>
            services.GetRequiredService<IJobHandler<TJob>>().HandleAsync(JsonSerializer.Deserialize<TJob>(payload)!, cancellation));
}

/// <summary>The jobs that this version of the program knows how to do. It leaves the others to newer nodes.</summary>
internal sealed partial class JobKinds
{
    private readonly Dictionary<string, JobKind> _kinds;

    public JobKinds(IEnumerable<JobKind> kinds)
    {
        _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        if (_kinds.Keys.FirstOrDefault(name => !KindName().IsMatch(name)) is { } wrong)
        {
            throw new InvalidOperationException($"« {wrong} » is no name for a kind of job: small letters, figures and hyphens");
        }
    }

    public JobKind this[string name] => _kinds[name];

    public bool IsEmpty => _kinds.Count is 0;

    public string SqlList => string.Join(", ", _kinds.Keys.Order(StringComparer.Ordinal).Select(name => $"'{name}'"));

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex KindName();
}
