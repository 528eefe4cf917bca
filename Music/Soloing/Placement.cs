namespace GpuJazz.Music;

/// <summary>How far a note's pitch is what its token says.</summary>
public enum Placement
{
    /// <summary>The token's type, within the token's interval.</summary>
    AsWritten,

    /// <summary>The token's type, moved by octaves from where its interval leads.</summary>
    OctaveMoved,

    /// <summary>The token's type, outside its interval, where there is none in it or none that may follow.</summary>
    OutsideInterval,

    /// <summary>Another type, because the chord leaves none of the token's or because the style plays it so.</summary>
    OtherType,
}
