using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>A volunteer who was asked and has an account, and the three ways by which a yes may come.</summary>
internal sealed record Invited(Need Need, Offer Offer, AccountId Account, string Token)
{
    /// <summary>An open need and so many volunteers who were asked about it, each with a token for the API.</summary>
    public static async Task<List<Invited>> AskAsync(Node node, Need need, int people)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var (db, directory, accounts, roles) = (
            scope.ServiceProvider.GetRequiredService<RelaisDb>(),
            scope.ServiceProvider.GetRequiredService<IPeople>(),
            scope.ServiceProvider.GetRequiredService<IAccounts>(),
            scope.ServiceProvider.GetRequiredService<IRoles>());
        db.Add(need);
        db.AddRange(Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number }));
        var invited = new List<Invited>(people);
        for (var number = 0; number < people; number++)
        {
            var person = directory.Create(new NewPerson("Ana", $"Le Goff {number}"));
            var account = await accounts.OpenAsync(person, TestContext.Current.CancellationToken);
            await roles.GiveAsync(account, Role.Volunteer, new Scope.Self(person), "test", TestContext.Current.CancellationToken);
            var offer = ReinforcementWorld.NewOffer(need, person);
            db.Add(offer);
            invited.Add(new Invited(need, offer, account, accounts.IssueToken(account, "test")));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return invited;
    }

    /// <summary>By the API: nothing to read first.</summary>
    public Func<Task<HttpResponseMessage>> ReadyByApi(Node node)
    {
        var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return () => program.PostAsJsonAsync(
            new Uri($"/api/v1/offers/{Offer.Id}/answer", UriKind.Relative), new { answer = "yes", version = Need.Version }, TestContext.Current.CancellationToken);
    }

    /// <summary>By the link of the message, without signing in.</summary>
    public async Task<Func<Task<HttpResponseMessage>>> ReadyByLinkAsync(Node node)
    {
        var token = await node.WithAsync<OfferLinks, string>(async links => await links.TokenAsync(Offer, Need, TestContext.Current.CancellationToken));
        return await ReadAsync(node.Visitor(), $"/offres/{token}");
    }

    /// <summary>Signed in, from the list of one's own requests.</summary>
    public async Task<Func<Task<HttpResponseMessage>>> ReadyByPageAsync(Node node)
    {
        var browser = await node.BrowserOfAsync(Account);
        var mine = await browser.GetPageAsync("/mes-demandes");
        return await ReadAsync(browser, mine.QuerySelector("main a[href^='/offres/']")!.GetAttribute("href")!);
    }

    /// <summary>Opens the page of the offer; what is returned presses its first button.</summary>
    private static async Task<Func<Task<HttpResponseMessage>>> ReadAsync(HttpClient browser, string url)
    {
        var page = await browser.GetPageAsync(url);
        var form = page.Forms.First(form => form.QuerySelector("[name=Version]") is not null);
        var action = form.QuerySelector("button")!.GetAttribute("formaction")!;
        var fields = form.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).ToList();
        return () => browser.PostAsync(new Uri($"{url}{action}", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }
}
