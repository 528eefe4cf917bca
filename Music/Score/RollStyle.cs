namespace GpuJazz.Music;

/// <summary>The colours and letters of the pictures of a solo: paper by day, midnight where the reader prefers dark.</summary>
internal static class RollStyle
{
    /// <summary>The style sheet. Colours stand here alone; the drawing knows only classes.</summary>
    public const string Sheet = """

        text { font-family: system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; fill: #6b6459; font-size: 11px }
        .paper { fill: #fbf8f1 } .heading { font-size: 24px; font-weight: 600; fill: #2a2620 } .facts { font-size: 14px }
        .middle { text-anchor: middle } .end { text-anchor: end } .number { font-size: 11px; font-weight: 600 }
        .chord-name { font-size: 14px; font-weight: 600; fill: #1d6d7a }
        .beat { font-size: 10px; fill: #a0978a } .key-name { font-size: 9px; fill: #8a8174 } .ink { fill: #2a2620 }
        .grid { fill: #fffdf8 } .black-row { fill: #f3eee2 } .octave-line { stroke: #e0d8c8 } .beat-line { stroke: #ece5d8 }
        .bar-line { stroke: #b9af9f } .white-key { fill: #fffefa; stroke: #c9bfae; stroke-width: .6 } .black-key { fill: #3a352d }
        .chord { fill: #2a8c9b; fill-opacity: .4 } .note { fill: #d9541e; stroke: #fffdf8; stroke-width: .8 }
        .sector { fill: #d9541e; stroke: #fffdf8; stroke-width: .8 } .ring { fill: none; stroke: #e0d8c8 } .class-name { font-size: 15px; fill: #2a2620 }
        .own { fill: #b9af9f } .on-color { fill: #fffdf8 } .tune-0 { fill: #2a8c9b } .tune-1 { fill: #b5477d } .tune-2 { fill: #5b7f2b }
        .tune-3 { fill: #6a5acd } .tune-4 { fill: #a8651b } .tune-5 { fill: #3f6fb5 }
        @media (prefers-color-scheme: dark) {
        text { fill: #98a0b8 } .paper { fill: #12152a } .heading { fill: #f1ece0 } .chord-name { fill: #7fdbe6 } .beat { fill: #69718d }
        .key-name { fill: #6a6252 } .ink { fill: #f1ece0 } .grid { fill: #1a1e38 } .black-row { fill: #151930 }
        .octave-line { stroke: #2b3156 } .beat-line { stroke: #23284a } .bar-line { stroke: #4a5280 }
        .white-key { fill: #cfcabd; stroke: #8d887c } .black-key { fill: #12152a }
        .chord { fill: #4fc3d0; fill-opacity: .4 } .note { fill: #ffb347; stroke: #1a1e38 }
        .sector { fill: #ffb347; stroke: #1a1e38 } .ring { stroke: #2b3156 } .class-name { fill: #f1ece0 } .own { fill: #4a5280 } }

        """;
}
