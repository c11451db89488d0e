using System.Net;
using AngleSharp.Html.Dom;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Backup;

/// <summary>People who change their own name over HTTP without ever stopping: version after version, each acknowledged by a redirection.</summary>
internal sealed class Renamers
{
    private const string Page = "/mon-compte/nom";
    private readonly int[] _acknowledged;
    private volatile bool _isStopped;
    private Task _work = Task.CompletedTask;

    private Renamers(IReadOnlyList<SignedIn> members)
    {
        Members = members;
        _acknowledged = new int[members.Count];
    }

    public IReadOnlyList<SignedIn> Members { get; }

    public static async Task<Renamers> StartAsync(Node node, int count)
    {
        var members = new List<SignedIn>();
        var pages = new List<IHtmlDocument>();
        var address = node.ServeBrowsers();
        for (var member = 0; member < count; member++)
        {
            members.Add(OverHttp(await node.SignInAsync(), address));
            pages.Add(await members[^1].Browser.GetPageAsync(Page));
        }

        var renamers = new Renamers(members);
        renamers._work = Task.WhenAll(Enumerable.Range(0, count).Select(member => Task.Run(() => renamers.RenameAsync(member, pages[member]))));
        await Eventually.TrueAsync(() => renamers._work.IsFaulted || renamers.Acknowledged().Min() >= 2, "somebody could not write", withinSeconds: 120);
        return renamers;
    }

    /// <summary>For each, the last version of which the answer has come.</summary>
    public int[] Acknowledged() => [.. Enumerable.Range(0, _acknowledged.Length).Select(member => Volatile.Read(ref _acknowledged[member]))];

    public Task StopAsync()
    {
        _isStopped = true;
        return _work;
    }

    /// <summary>Over the network, and showing a redirection as it is.</summary>
    private static SignedIn OverHttp(SignedIn member, Uri address)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        browser.DefaultRequestHeaders.Add("Cookie", member.Browser.DefaultRequestHeaders.GetValues("Cookie"));
        return member with { Browser = browser };
    }

    private async Task RenameAsync(int member, IHtmlDocument page)
    {
        for (var version = 1; !_isStopped; version++)
        {
            using var answer = await Members[member].Browser.SubmitAsync(page, Page, ("Form.FirstName", "Camille"), ("Form.LastName", $"{version}"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Volatile.Write(ref _acknowledged[member], version);
        }
    }
}
