using System.Globalization;

namespace Relais.Documents;

/// <summary>What stands in a table, with its kind, so that a spreadsheet can add and sort it.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    public static Cell None { get; } = new Text("");

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? None : new Text(text);

    public static Cell Of(decimal? value) => value is { } number ? new Number(number) : None;

    public static Cell Of(DateOnly? day) => day is { } value ? new Day(value) : None;

    /// <summary>An instant as the clocks of a place have it.</summary>
    /// <param name="instant">Nothing where there is none.</param>
    /// <param name="timeZone">IANA, of the place.</param>
    public static Cell At(DateTimeOffset? instant, string timeZone) =>
        instant is { } value ? new Moment(TimeZoneInfo.ConvertTime(value, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime) : None;

    /// <summary>As it is read on a page, in the language given.</summary>
    public abstract string Say(CultureInfo culture);

    /// <summary>As a CSV file has it: what the spreadsheet of that country reads as a number or a day.</summary>
    public virtual string Write(CultureInfo culture) => Say(culture);

    public sealed record Text(string Value) : Cell
    {
        public override string Say(CultureInfo culture) => Value;

        /// <summary>What a spreadsheet would take for a formula gets an apostrophe in front.</summary>
        public override string Write(CultureInfo culture) => Value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{Value}" : Value;
    }

    public sealed record Number(decimal Value) : Cell
    {
        public override string Say(CultureInfo culture) => Value.ToString("#,0.##", culture);

        public override string Write(CultureInfo culture) => Value.ToString("0.##", culture);
    }

    /// <param name="Cents">In hundredths of the currency.</param>
    /// <param name="Currency">ISO 4217.</param>
    public sealed record Money(long Cents, string Currency) : Cell
    {
        public decimal Amount => Cents / 100m;

        public override string Say(CultureInfo culture) => $"{Amount.ToString("N2", culture)}\u00A0{(Currency is "EUR" ? "€" : Currency)}";

        public override string Write(CultureInfo culture) => Amount.ToString("0.00", culture);
    }

    public sealed record Day(DateOnly Value) : Cell
    {
        public override string Say(CultureInfo culture) => Value.ToString("d", culture);

        public override string Write(CultureInfo culture) => Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <param name="Local">On the clocks of the place, to the minute.</param>
    public sealed record Moment(DateTime Local) : Cell
    {
        public override string Say(CultureInfo culture) => Local.ToString("g", culture);

        public override string Write(CultureInfo culture) => Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
