using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.People;

internal sealed class Person
{
    private Person()
    {
    }

    public Person(PersonId id, string firstName, string lastName, string language, DateTimeOffset now)
    {
        (Id, Language, CreatedAt) = (id, language, now);
        Rename(firstName, lastName);
    }

    public PersonId Id { get; private init; }

    public string FirstName { get; private set; } = "";

    public string LastName { get; private set; } = "";

    public string SearchKey { get; private set; } = "";

    public string Language { get; set; } = "fr";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The dossier that the person keeps, where this one was found to be a second.</summary>
    public PersonId? AbsorbedBy { get; set; }

    /// <summary>Since when nothing here bears a name.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Somebody to find, to write to and to ask.</summary>
    public bool IsCurrent => AbsorbedBy is null && ErasedAt is null;

    public string FullName => $"{FirstName} {LastName}";

    public void Rename(string firstName, string lastName)
    {
        (FirstName, LastName) = (firstName.Trim(), lastName.Trim());
        SearchKey = Kernel.Text.SearchKey.From(FirstName, LastName);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.HasKey(p => p.Id);
            person.Ignore(p => p.FullName).Ignore(p => p.IsCurrent);
        }
    }
}
