using Microsoft.AspNetCore.Http;
using Relais.Kernel.Api;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Rights;

/// <summary>Signs the journal with whoever asks now; outside a request it is a job or a command that acts.</summary>
internal sealed class CurrentActor(IHttpContextAccessor http, CurrentUser user) : ICurrentActor
{
    public Guid? AccountId => user.IsSignedIn ? user.Account.Value : null;

    public string Means => http.HttpContext switch
    {
        null => "job",
        { } context when context.Request.IsApi() => "api",
        _ when user.IsSignedIn => "page",
        _ => "link",
    };
}
