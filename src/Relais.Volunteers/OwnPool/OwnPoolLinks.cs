using Relais.Kernel.Links;
using Relais.Kernel.Messages;

namespace Relais.Volunteers.OwnPool;

/// <summary>The link by which somebody says whether an establishment may ask them first.</summary>
internal sealed class OwnPoolLinks(SignedLinks links, SiteAddress site, TimeProvider clock)
{
    private static readonly LinkPurpose Purpose = new("own-pool");
    private static readonly TimeSpan WorksFor = TimeSpan.FromDays(60);

    public async Task<Uri> ToAsync(OwnPoolMember member, CancellationToken cancellation) => site.Of($"/vivier/{await TokenAsync(member, cancellation)}");

    public ValueTask<string> TokenAsync(OwnPoolMember member, CancellationToken cancellation) =>
        links.CreateAsync(Purpose, member.Id, (member.InvitedAt ?? clock.GetUtcNow()) + WorksFor, cancellation);

    public ValueTask<LinkReading> ReadAsync(string token, CancellationToken cancellation) => links.ReadAsync(Purpose, token, cancellation);
}
