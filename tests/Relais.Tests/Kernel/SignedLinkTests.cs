using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Kernel;

public class SignedLinkTests(PostgresServer postgres)
{
    private static readonly LinkPurpose Offer = new("offer");

    [Theory, OnEveryEngine]
    public async Task A_link_made_by_one_node_is_read_by_another_and_opens_one_thing(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var maker = installation.AddNode().Services.GetRequiredService<SignedLinks>();
        var reader = installation.AddNode().Services.GetRequiredService<SignedLinks>();
        var subject = Guid.CreateVersion7();
        var token = await maker.CreateAsync(Offer, subject, DateTimeOffset.UtcNow.AddHours(1), cancellation);

        var reading = await reader.ReadAsync(Offer, token, cancellation);

        Assert.Equal((LinkState.Valid, subject), (reading.State, reading.Subject));
        Assert.Equal(LinkState.Invalid, (await reader.ReadAsync(new LinkPurpose("sign-in"), token, cancellation)).State);
    }

    /// <summary>The first link of all may be made inside a transaction: it must not wait for a key to be written outside of it.</summary>
    [Theory, OnEveryEngine]
    public async Task The_first_link_of_an_installation_may_be_made_inside_a_transaction(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateEmptyAsync(engine, postgres);
        var node = installation.AddNode();
        var links = node.Services.GetRequiredService<SignedLinks>();

        var token = await node.WithDbAsync(db => db.InTransactionAsync(
            () => links.CreateAsync(Offer, Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddHours(1), cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), cancellation), cancellation));

        Assert.Equal(LinkState.Valid, (await links.ReadAsync(Offer, token, cancellation)).State);
    }

    [Theory, OnEveryEngine]
    public async Task Every_altered_character_is_refused(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var links = installation.AddNode().Services.GetRequiredService<SignedLinks>();
        var token = await links.CreateAsync(Offer, Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddHours(1), cancellation);

        for (var position = 0; position < token.Length - 1; position++)
        {
            var altered = token.ToCharArray();
            altered[position] = altered[position] == 'A' ? 'B' : 'A';
            Assert.Equal(LinkState.Invalid, (await links.ReadAsync(Offer, new string(altered), cancellation)).State);
        }

        Assert.Equal(LinkState.Invalid, (await links.ReadAsync(Offer, token[..^3], cancellation)).State);
        Assert.Equal(LinkState.Invalid, (await links.ReadAsync(Offer, "é\u0000", cancellation)).State);
    }

    [Theory, OnEveryEngine]
    public async Task A_link_that_lapsed_still_says_what_it_was_about(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var links = installation.AddNode().Services.GetRequiredService<SignedLinks>();
        var subject = Guid.CreateVersion7();
        var token = await links.CreateAsync(Offer, subject, DateTimeOffset.UtcNow.AddMinutes(-2), cancellation);

        var reading = await links.ReadAsync(Offer, token, cancellation);

        Assert.Equal((LinkState.Expired, subject), (reading.State, reading.Subject));
    }
}
