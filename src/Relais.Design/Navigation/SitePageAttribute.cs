namespace Relais.Design.Navigation;

/// <summary>
/// Puts a page on the site map: <c>@attribute [SitePage("Mes offres", SiteSection.Volunteers)]</c>. Every page whose
/// address has no parameter carries one, listed or not.
/// </summary>
/// <param name="title">French, shown through <see cref="Relais.Kernel.Wording.Words"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SitePageAttribute(string title, SiteSection section = SiteSection.General) : Attribute
{
    public string Title { get; } = title;

    public SiteSection Section { get; } = section;

    /// <summary>False for a step of a path that begins on another page, and for what few installations open.</summary>
    public bool Listed { get; set; } = true;
}

/// <summary>Chapters of the site map, in its order.</summary>
public enum SiteSection
{
    General,
    Volunteers,
    Establishments,
    Coordination,
    Account,
    Administration,
    About,
}
