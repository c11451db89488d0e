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

    /// <summary>As it is read on a page, in the language given.</summary>
    public abstract string Say(CultureInfo culture);

    /// <summary>As a CSV file has it: what the spreadsheet of that country reads as a number or a day.</summary>
    public virtual string Write(CultureInfo culture) => Say(culture);

    public sealed record Text(string Value) : Cell
    {
        public override string Say(CultureInfo culture) => Value;
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
}
