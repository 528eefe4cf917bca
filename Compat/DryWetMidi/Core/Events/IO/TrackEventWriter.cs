namespace Melanchall.DryWetMidi.Core;

/// <summary>Writes a track's events one after the other; remembers the running status and what may still be left out.</summary>
internal sealed class TrackEventWriter(MidiWriter writer, WritingSettings settings)
{
    private int _runningStatus = -1;
    private long _endOfTrackTime;
    private bool _endOfTrackIsLast;
    private bool _skipSetTempo = settings.DeleteDefaultSetTempo;
    private bool _skipKeySignature = settings.DeleteDefaultKeySignature;
    private bool _skipTimeSignature = settings.DeleteDefaultTimeSignature;

    /// <summary>The next event, unless the settings leave it out. Delta-times of End Of Track events go to the event after them.</summary>
    public void Write(MidiEvent midiEvent)
    {
        _endOfTrackIsLast = midiEvent is EndOfTrackEvent;
        if (_endOfTrackIsLast)
        {
            _endOfTrackTime += midiEvent.DeltaTime;
            return;
        }

        if (IsLeftOut(midiEvent))
            return;
        writer.WriteVlqNumber(midiEvent.DeltaTime + _endOfTrackTime);
        switch (midiEvent)
        {
            case ChannelEvent channelEvent:
                WriteChannelEvent(channelEvent);
                break;
            case MetaEvent metaEvent:
                WriteMetaEvent(metaEvent);
                break;
            case SysExEvent sysExEvent:
                _runningStatus = -1;
                writer.WriteByte(sysExEvent.Status);
                WriteData(sysExEvent.Data ?? []);
                break;
        }
    }

    /// <summary>The End Of Track event; it keeps the delta-time of a stored one.</summary>
    public void End()
    {
        writer.WriteVlqNumber(_endOfTrackIsLast ? _endOfTrackTime : 0);
        WriteMetaEvent(new EndOfTrackEvent());
    }

    private void WriteChannelEvent(ChannelEvent channelEvent)
    {
        if (settings.NoteOffAsSilentNoteOn && channelEvent is NoteOffEvent noteOff)
            channelEvent = new NoteOnEvent { NoteNumber = noteOff.NoteNumber, Channel = noteOff.Channel };

        var status = (channelEvent.Status << 4) | channelEvent.Channel;
        if (status != _runningStatus || !settings.UseRunningStatus)
            writer.WriteByte((byte)status);
        _runningStatus = status;

        writer.WriteByte(channelEvent.FirstDataByte);
        if (channelEvent.DataBytesCount > 1)
            writer.WriteByte(channelEvent.SecondDataByte);
    }

    private void WriteMetaEvent(MetaEvent metaEvent)
    {
        _runningStatus = -1;
        writer.WriteByte(MetaEventKinds.Status);
        writer.WriteByte(MetaEventKinds.Of(metaEvent));
        WriteData(metaEvent.GetContent(settings));
    }

    private void WriteData(byte[] data)
    {
        writer.WriteVlqNumber(data.Length);
        writer.WriteBytes(data);
    }

    private bool IsLeftOut(MidiEvent midiEvent)
    {
        switch (midiEvent)
        {
            case UnknownMetaEvent:
                return settings.DeleteUnknownMetaEvents;
            case SetTempoEvent tempo:
                return _skipSetTempo &= tempo.MicrosecondsPerQuarterNote == SetTempoEvent.DefaultMicrosecondsPerQuarterNote;
            case KeySignatureEvent key:
                return _skipKeySignature &= key.IsDefault;
            case TimeSignatureEvent signature:
                return _skipTimeSignature &= signature.IsDefault;
            default:
                return false;
        }
    }
}
