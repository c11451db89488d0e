using Relais.Kernel.Links;

namespace Relais.Kernel.Messages;

/// <summary>Makes and reads the link under each notice by which its reader stops them, without signing in.</summary>
public sealed class UnsubscribeLinks(SignedLinks links, SiteAddress site, TimeProvider clock)
{
    private static readonly LinkPurpose Purpose = new("unsubscribe-email");

    /// <summary>A letter found years later must still be able to stop the next ones.</summary>
    private static readonly TimeSpan WorksFor = TimeSpan.FromDays(5 * 365);

    public async ValueTask<Uri> CreateAsync(Guid personId, CancellationToken cancellation) =>
        site.Of($"/desabonnement/{await links.CreateAsync(Purpose, personId, clock.GetUtcNow() + WorksFor, cancellation)}");

    /// <returns>Who the link is for, or nothing when it is none of ours or too old.</returns>
    public async ValueTask<Guid?> ReadAsync(string? token, CancellationToken cancellation) =>
        await links.ReadAsync(Purpose, token, cancellation) is { State: LinkState.Valid, Subject: var personId } ? personId : null;
}
