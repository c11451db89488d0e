namespace Relais.Reinforcement.Pay;

/// <summary>
/// What an hour of a requisitioned professional is worth, in euro cents: the value of a dated rule of kind
/// <c>requisition-rate</c>, whose key is <c>profession/status</c>.
/// </summary>
/// <param name="Day">8 h to 20 h on working days.</param>
/// <param name="Evening">20 h to 23 h and 6 h to 8 h.</param>
/// <param name="Night">23 h to 6 h, Sundays and public holidays.</param>
internal sealed record RequisitionRate(int Day, int Evening, int Night);

/// <summary>The increase of a territory overseas: the value of a dated rule of kind <c>requisition-increase</c>, whose key is the prefix of the commune codes.</summary>
internal sealed record RequisitionIncrease(int Percent);
