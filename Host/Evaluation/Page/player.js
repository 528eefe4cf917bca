// Plays the notes of a solo and lights them up in its piano roll. No "less than" and no "and" sign: the page is XML as well as HTML.
"use strict";
(() => {
  let stop = () => {};

  // Frequency modulation: a struck tone whose brightness fades faster than itself, much as an electric piano's.
  const strike = (context, out, start, length, pitch, velocity, brightness) => {
    const frequency = 440 * 2 ** ((pitch - 69) / 12);
    const [carrier, modulator] = [context.createOscillator(), context.createOscillator()];
    const [loudness, index] = [context.createGain(), context.createGain()];
    const end = start + length;
    carrier.frequency.value = frequency;
    modulator.frequency.value = frequency;
    index.gain.setValueAtTime(frequency * brightness * velocity / 127, start);
    index.gain.exponentialRampToValueAtTime(frequency * 0.05, start + 0.6);
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime((velocity / 127) ** 2, start + 0.004);
    loudness.gain.setTargetAtTime(0, start + 0.004, 0.9);
    loudness.gain.setTargetAtTime(0, end, 0.04);
    modulator.connect(index).connect(carrier.frequency);
    carrier.connect(loudness).connect(out);
    [carrier, modulator].forEach(part => { part.start(start); part.stop(end + 0.4); });
  };

  const play = player => {
    const music = JSON.parse(player.querySelector("script").textContent);
    const [button, progress] = [player.querySelector("button"), player.querySelector("progress")];
    const bars = [...player.closest("article").querySelectorAll(".melody .note:not(.tied)")];
    const context = new AudioContext();
    const [melody, chords, soft] = [context.createGain(), context.createGain(), context.createDynamicsCompressor()];
    [melody.gain.value, chords.gain.value] = [0.35, 0.11];
    [melody, chords].forEach(part => part.connect(soft));
    soft.connect(context.destination);
    const origin = context.currentTime + 0.1;
    const sound = (out, brightness) => ([start, length, pitch, velocity]) =>
      strike(context, out, origin + start / 1000, length / 1000, pitch, velocity, brightness);
    music.melody.forEach(sound(melody, 1.6));
    music.chords.forEach(sound(chords, 0.8));
    button.textContent = "Stop";

    const light = () => {
      const now = 1000 * (context.currentTime - origin);
      music.melody.forEach((note, i) => bars[i]?.classList.toggle("sounding", now >= note[0] ? note[0] + note[1] > now : false));
      progress.value = now / music.end;
      if (now > music.end + 500) stop();
      else if (context.state !== "closed") requestAnimationFrame(light);
    };

    stop = () => {
      stop = () => {};
      context.close();
      bars.forEach(bar => bar.classList.remove("sounding"));
      button.textContent = "Play";
      progress.value = 0;
    };
    light();
  };

  document.querySelectorAll(".player").forEach(player => player.querySelector("button").addEventListener("click", event => {
    const isPlaying = event.target.textContent === "Stop";
    stop();
    if (!isPlaying) play(player);
  }));
})();
