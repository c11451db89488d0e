namespace Relais.Accessibility.Parameters;

/// <summary>
/// The floating catchment methods. Everywhere p_i is the demand of residence i, S_j the supply at practice j, w_ij the weight of
/// the minutes from i to j. Sums run over every commune, with or without a practice.
/// </summary>
public enum CatchmentMethod
{
    /// <summary>2SFCA: R_j = S_j / Σ_i p_i·w_ij, then A_i = Σ_j w_ij·R_j, with w 1 below a cutoff. Luo and Wang 2003.</summary>
    TwoStep,

    /// <summary>E2SFCA: the same with a weight by step; the APL of DREES. Luo and Qi 2009; IRDES, document de travail 70, 2016.</summary>
    Enhanced,

    /// <summary>KD2SFCA: the same with a weight that falls without steps. Dai 2010.</summary>
    Kernel,

    /// <summary>3SFCA: the same with G_ij·w_ij in both steps, where G_ij = w_ij / Σ_k w_ik: people share themselves among practices. Wan, Zou and Sternberg 2012.</summary>
    ThreeStep,

    /// <summary>BFCA: the first step with w_ij / Σ_k w_ik, the second with w_ij / Σ_k w_kj: nobody is counted twice. Paez, Higgins and Vivona 2019.</summary>
    Balanced,
}
