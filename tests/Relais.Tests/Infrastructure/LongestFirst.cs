using Relais.Tests.BadInput;
using Relais.Tests.Browsing;
using Relais.Tests.Commands;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Relais.Tests.Infrastructure;

/// <summary>Begins with what lasts minutes, so that none of it is left alone at the end of the run. The others keep their order.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
        [nameof(EveryPageTests), nameof(BadFormTests), nameof(KillTests), nameof(BadRequestTests), nameof(DemoCommandTests), nameof(ServeCommandTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Rank(collection))];

    private static int Rank(ITestCollection collection) =>
        Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal)) is var rank and >= 0 ? rank : Long.Length;
}
