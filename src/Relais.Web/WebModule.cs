using Relais.Kernel.Modules;

namespace Relais.Web;

/// <summary>The door of the house: its own pages (home, legal, errors), rights and words.</summary>
internal sealed class WebModule : Module
{
    public override string Key => "web";
}
