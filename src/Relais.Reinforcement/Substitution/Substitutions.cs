using Relais.Kernel.Rules;
using Relais.Matching.Eligibility;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Substitution;

/// <summary>
/// Which diplomas permit to hold which posts: dated rules of kind <c>substitution</c>, whose key is what is asked for and who may
/// hold it. Where both professions are practised in units, in the same unit; else in the units that the rule names.
/// </summary>
internal sealed class Substitutions(DatedRules rules)
{
    private SubstitutionTable? _table;

    /// <summary>Read once for a page or a job, however many needs it looks at.</summary>
    public async Task<SubstitutionTable> TableAsync(CancellationToken cancellation) => _table ??=
        new([.. (await rules.HistoryAsync<PermittedSubstitution>("substitution", cancellation)).SelectMany(Pairs)]);

    private static IEnumerable<SubstitutionPair> Pairs(RuleInForce<PermittedSubstitution> rule)
    {
        if (rule.Key.Split('/') is not [var asked, var held] || Profession.Find(asked) is not { } post || Profession.Find(held) is not { } practised)
        {
            throw new InvalidOperationException($"The rule substitution/{rule.Key} names a profession that is not known");
        }

        return from cell in ProfessionUnit.Of(post)
               where rule.Value.Units is not { } units || units.Contains(cell.Unit)
               from other in ProfessionUnit.Of(practised)
               where other.Unit is null || other.Unit == cell.Unit
               select new SubstitutionPair(cell, other, rule.Value.Penalty, rule.ValidFrom, rule.ValidTo);
    }
}

/// <param name="Penalty">In kilometres, against who practises what is asked for.</param>
/// <param name="Units">The units of the post for which it holds; every unit when none is named.</param>
internal sealed record PermittedSubstitution(int Penalty, IReadOnlyList<string>? Units = null);

/// <param name="Post">What is asked for.</param>
/// <param name="Held">What the person practises.</param>
internal sealed record SubstitutionPair(ProfessionUnit Post, ProfessionUnit Held, int Penalty, DateOnly From, DateOnly? To)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is null || day < To);
}

/// <summary>The rules of every day, read once for any number of needs.</summary>
internal sealed class SubstitutionTable(IReadOnlyList<SubstitutionPair> pairs)
{
    /// <summary>Who may hold the post on that day, the cheapest first.</summary>
    public IReadOnlyList<SubstitutionPair> For(ProfessionUnit post, DateOnly day) =>
        [.. pairs.Where(pair => pair.Post == post && pair.IsInForce(day)).OrderBy(pair => pair.Penalty).ThenBy(pair => pair.Held.Index)];

    /// <summary>The same, as the rules of eligibility see it.</summary>
    public IReadOnlyList<Substitute> RulesFor(ProfessionUnit post, DateOnly day) =>
        [.. For(post, day).Select(pair => new Substitute(pair.Held.Index, pair.Held.Profession.Index, pair.Penalty))];

    /// <summary>The posts that some day's rules let these practices hold.</summary>
    public IReadOnlyList<ProfessionUnit> PostsFor(IReadOnlySet<int> practised) =>
        [.. pairs.Where(pair => practised.Contains(pair.Held.Index)).Select(pair => pair.Post).Distinct()];

    /// <summary>The posts that others may hold on that day, by profession, with the professions that may hold them.</summary>
    public IEnumerable<(Profession Post, IReadOnlyList<SubstitutionPair> Pairs)> ByPost(DateOnly day) =>
        pairs.Where(pair => pair.IsInForce(day)).GroupBy(pair => pair.Post.Profession).Select(group => (group.Key, (IReadOnlyList<SubstitutionPair>)[.. group]));
}
