namespace Relais.Tests.BadInput;

/// <summary>What people, programs and attackers put where something else was asked.</summary>
internal static class WrongValues
{
    public const string TooLong = "too long";

    public static IReadOnlyList<(string Name, string Text)> Texts { get; } =
    [
        ("missing", ""),
        (TooLong, new string('a', 10_000)),
        ("emoji", "👩🏽‍⚕️🚑"),
        ("null byte", "a\0b"),
        ("negative", "-1"),
        ("huge number", "99999999999999999999"),
        ("wrong date", "2026-02-31"),
        ("first day", "0001-01-01"),
        ("last day", "9999-12-31"),
        ("wrong key", "290000018"),
        ("unknown choice", "licorne"),
        ("markup", "<script>alert(1)</script>"),
        ("quote", "' OR 1=1 --"),
    ];

    /// <summary>Where a route wants the id of something.</summary>
    public static IReadOnlyList<string> RouteValues { get; } =
    [
        "licorne", "0197a000-0000-7000-8000-000000000000", "-1", "99999999999999999999", "%F0%9F%9A%91", "%27%20OR%201%3D1", "..%2F..%2Fetc", new string('a', 4_000),
    ];

    /// <summary>JSON in place of a value, as it is written.</summary>
    public static IReadOnlyList<(string Name, string Json)> Json { get; } =
    [
        ("null", "null"),
        ("empty text", "\"\""),
        (TooLong, $"\"{new string('a', 10_000)}\""),
        ("emoji", "\"👩🏽‍⚕️🚑\""),
        ("null byte", "\"a\\u0000b\""),
        ("half a character", "\"\\ud800\""),
        ("negative", "-1"),
        ("huge number", "99999999999999999999"),
        ("fraction", "1e-400"),
        ("text of a number", "\"12\""),
        ("yes", "true"),
        ("list", "[[]]"),
        ("object", "{\"a\":1}"),
        ("wrong date", "\"2026-02-31\""),
        ("wrong instant", "\"2026-11-22T25:61:00Z\""),
        ("first instant", "\"0001-01-01T00:00:00+14:00\""),
        ("last instant", "\"9999-12-31T23:59:59-12:00\""),
        ("wrong key", "\"290000018\""),
        ("unknown choice", "\"licorne\""),
    ];

    /// <summary>Bodies that are no JSON, or no body of anything asked.</summary>
    public static IReadOnlyList<(string Name, string Body)> Bodies { get; } =
    [
        ("nothing", ""),
        ("half", "{\"a\":"),
        ("text", "bonjour"),
        ("null", "null"),
        ("list", "[]"),
        ("number", "42"),
        ("empty object", "{}"),
        ("unknown field", "{\"licorne\":true}"),
        ("deep", string.Concat(Enumerable.Repeat("{\"a\":", 2_000)) + "1" + new string('}', 2_000)),
        ("ten megabytes", $"{{\"a\":\"{new string('a', 10 * 1024 * 1024)}\"}}"),
    ];
}
