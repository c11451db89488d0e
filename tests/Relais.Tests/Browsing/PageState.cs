namespace Relais.Tests.Browsing;

/// <summary>How a page is met.</summary>
public enum PageState
{
    /// <summary>On a database that holds nothing yet.</summary>
    Empty,

    /// <summary>On the demonstration.</summary>
    Full,

    /// <summary>After each of its forms was sent with nothing in it.</summary>
    Error,
}
