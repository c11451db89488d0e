using Relais.Accounts.People;
using Relais.Kernel.Journal;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts.Readings;

/// <summary>A page that names somebody to others without noting it would leave them in the dark.</summary>
public sealed class NamedPeopleTests
{
    /// <summary>A name in a list, from which their file is opened: the page that the person reads says that these are not noted.</summary>
    private static readonly string[] Lists = ["/administration/comptes", "/administration/journal", "/verifications", "/doublons", "/reclamations"];

    [Fact]
    public async Task Every_page_that_names_somebody_notes_who_opened_it()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var node = installation.AddNode(configure: null, ("Demonstration", "true"));
        var visits = await new PageTable(node).ReadAsync(everyRole: true);
        var people = await node.ReadAsync<Person>(_ => true);
        var silent = new List<string>();
        var noted = 0;

        foreach (var visit in visits.Where(visit => visit.Member is not null && !Lists.Contains(visit.Url)))
        {
            var answer = await visit.Member!.Browser.GetAsync(new Uri(visit.Url, UriKind.Relative), TestContext.Current.CancellationToken);
            var text = (await answer.ReadPageAsync()).QuerySelector("main")?.TextContent ?? "";
            var read = (await node.ReadAsync<JournalEntry>(entry => entry.AccountId == visit.Member.Account.Value && entry.SubjectKind == "person"))
                .Select(entry => entry.SubjectId).ToHashSet(StringComparer.Ordinal);
            var own = people.Single(person => person.Id == visit.Member.Person).FullName;
            foreach (var name in people.Select(person => person.FullName).Distinct().Where(name => name != own && text.Contains(name, StringComparison.Ordinal)))
            {
                noted++;
                if (!people.Any(person => person.FullName == name && read.Contains(person.Id.ToString())))
                {
                    silent.Add($"{visit.Url} [{visit.Role}] names {name}");
                }
            }
        }

        Assert.Equal([], silent);
        Assert.True(noted > 10, $"only {noted} names were met");
    }
}
