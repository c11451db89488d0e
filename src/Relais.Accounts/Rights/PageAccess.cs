using Microsoft.AspNetCore.Http;
using Relais.Design.Navigation;

namespace Relais.Accounts.Rights;

/// <summary>Shows in the menu only what the access table lets this person open.</summary>
internal sealed class PageAccess(AccessTable table, Judge judge) : IPageAccess
{
    public async ValueTask<bool> MayOpenAsync(HttpContext context, string url) =>
        table.Find("GET", url) is not { } rule || await judge.JudgeAsync(rule, [], context.RequestAborted) is Verdict.Allowed;
}
