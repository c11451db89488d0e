namespace Relais.Accounts.Contracts;

/// <summary>Who may use an endpoint.</summary>
/// <example><c>Who.Has(Role.FacilityManager).Over&lt;NeedOfRoute&gt;().Or(Who.Has(Role.NationalCrisisCentre))</c></example>
public abstract record Who
{
    private Who()
    {
    }

    public static Who Anyone { get; } = new Everybody();

    public static Who SignedIn { get; } = new Members();

    /// <summary>Whoever holds a signed link: the endpoint checks the link itself and answers 404 or 410 without one.</summary>
    public static Who LinkHolder { get; } = new Bearers();

    /// <summary>Any of these roles, whatever its scope: the endpoint shows or takes only what lies in it.</summary>
    public static Holders Has(params IReadOnlyList<Role> roles) => new([.. roles.Select(role => new Grant(role, ResourceOf: null))]);

    public sealed record Holders(IReadOnlyList<Grant> Grants) : Who
    {
        /// <summary>The roles named so far must cover the resource that <typeparamref name="TFinder"/> finds.</summary>
        public Holders Over<TFinder>()
            where TFinder : class, IResourceFinder => Over(ResourceOf.Room<TFinder>());

        /// <summary>The roles named so far must cover the resource.</summary>
        public Holders Over(ResourceOf resource) => new([.. Grants.Select(grant => grant with { ResourceOf = resource })]);

        public Holders Or(Holders others) => new([.. Grants, .. others.Grants]);

        public override string ToString() => string.Join(", ", Grants);
    }

    public sealed record Grant(Role Role, ResourceOf? ResourceOf)
    {
        public override string ToString() => ResourceOf is null ? $"{Role}" : $"{Role} over {ResourceOf}";
    }

    internal sealed record Everybody : Who
    {
        public override string ToString() => "anyone";
    }

    internal sealed record Members : Who
    {
        public override string ToString() => "signed in";
    }

    internal sealed record Bearers : Who
    {
        public override string ToString() => "link holder";
    }
}
