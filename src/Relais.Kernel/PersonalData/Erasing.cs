namespace Relais.Kernel.PersonalData;

/// <summary>What becomes of the rows of a person who is erased.</summary>
public abstract record Erasing
{
    private Erasing()
    {
    }

    /// <summary>They go.</summary>
    public static Erasing Deleted { get; } = new Delete();

    /// <summary>They go with the row that they are part of.</summary>
    public static Erasing WithParent { get; } = new Follow();

    /// <summary>They stay: they bear an id that no longer leads to a name.</summary>
    /// <param name="reason">In French, why.</param>
    public static Erasing Kept(string reason) => new Keep(reason);

    /// <summary>What made them personal goes, the rest stays.</summary>
    /// <param name="set">The assignments of an <c>UPDATE</c>, in which <c>@now</c> is the instant.</param>
    /// <param name="reason">In French, why the rest stays.</param>
    public static Erasing Blanked(string set, string reason) => new Blank(set, reason);

    /// <summary>Those of which this is true go, the others stay.</summary>
    /// <param name="where">A condition.</param>
    /// <param name="reason">In French, why the others stay.</param>
    public static Erasing DeletedWhere(string where, string reason) => new Delete { Where = where, Reason = reason };

    /// <summary>In French, why something stays; nothing where all goes.</summary>
    public string? Reason { get; private init; }

    public sealed record Delete : Erasing
    {
        public string? Where { get; init; }
    }

    public sealed record Blank : Erasing
    {
        internal Blank(string set, string reason) => (Set, Reason) = (set, reason);

        public string Set { get; }
    }

    public sealed record Keep : Erasing
    {
        internal Keep(string reason) => Reason = reason;
    }

    public sealed record Follow : Erasing;
}
