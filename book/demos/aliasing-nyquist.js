/* <aliasing-nyquist>: a cosine sampled at each pixel. Sampling copies its spectrum to every multiple of 1/pixel size; the copy between
 * −Nyquist and +Nyquist is the wave that the samples show. */
CourseDemo.define("aliasing-nyquist", class extends CourseDemo {
  heading = "Sampling a wave, and aliasing";
  controls = [
    { name: "frequency", label: "Wave", colour: "a", min: 0.02, max: 0.5, step: 0.001, value: 0.3,
      text: (s) => `${CourseDemo.number(s, 3)} 1/Å (spacing ${CourseDemo.number(1 / s, 2)} Å)` },
    { name: "pixel", label: "Pixel size", colour: "b", min: 1, max: 5, step: 0.1, value: 2.5, unit: " Å" },
    { name: "phase", label: "Its phase", colour: "a", min: -180, max: 180, step: 15, value: 0, unit: "°" },
  ];

  height(w) { return w < 560 ? 420 : 430; }

  /* The frequency with the same samples that lies between −Nyquist and +Nyquist. */
  get apparent() {
    const { frequency, pixel } = this.value;
    return frequency - Math.round(frequency * pixel - 1e-9) / pixel;
  }
  get nyquist() { return 1 / (2 * this.value.pixel); }

  draw(g, w, h) {
    const { a, b, muted, text } = this.colour, { Panel, number } = CourseDemo, { frequency, pixel } = this.value, { apparent, nyquist } = this;
    const phi = (this.value.phase * Math.PI) / 180, cut = h * 0.52, far = w < 560 ? 40 : 60;
    const wave = (s) => (x) => Math.cos(2 * Math.PI * s * x + phi);
    const real = new Panel(this, [0, 0, w, cut], {
      xlim: [0, far], ylim: [-1.25, 1.25], xlabel: "x (Å)", ycount: 3,
      title: [{ text: "wave", colour: a, width: 2 }, { text: "samples", colour: b, dot: true }, { text: "apparent wave", colour: b, dash: [7, 4] }] });
    real.curve(wave(frequency), a, { width: 1.6 });
    real.curve(wave(apparent), b, { width: 2.5, dash: [7, 4] });
    for (let x = 0; x <= far + 1e-9; x += pixel) real.dot(x, wave(frequency)(x), b, 4.5);

    const spectrum = new Panel(this, [0, cut, w, h - cut], {
      xlim: [-0.6, 0.6], ylim: [0, 1.4], xlabel: "spatial frequency (1/Å)", ycount: 1,
      title: [{ text: "wave", colour: a, width: 5 }, { text: "copies", colour: muted, width: 2, dash: [4, 3] }, { text: "apparent wave", colour: b, dot: true }] });
    spectrum.clipped(() => {
      const x0 = spectrum.px(-nyquist), x1 = spectrum.px(nyquist), [, y, , tall] = spectrum.inner;
      g.globalAlpha = 0.13; g.fillStyle = b; g.fillRect(x0, y, x1 - x0, tall); g.globalAlpha = 1;
    });
    for (const side of [-1, 1]) {
      if (nyquist > 0.6) continue;
      spectrum.segment(side * nyquist, 0, side * nyquist, 1.4, text, { width: 1.5 });
    }
    for (let k = -6; k <= 6; k++) {
      for (const side of [-1, 1]) {
        const at = side * frequency + k / pixel;
        if (Math.abs(at) > 0.6) continue;
        const isWave = k === 0, isShown = Math.abs(at) <= nyquist + 1e-9;
        spectrum.segment(at, 0, at, 1, isWave ? a : muted, isWave ? { width: 5 } : { width: 2, dash: [4, 3] });
        if (isShown) spectrum.dot(at, 1, b, 6.5);
      }
    }
    spectrum.label(`± Nyquist ${number(nyquist, 3)} 1/Å`, spectrum.px(0), spectrum.inner[1] + 9, { align: "center", bold: true, halo: true });
  }

  readout() {
    const { number } = CourseDemo, { frequency } = this.value, { nyquist } = this, shown = Math.abs(this.apparent);
    const edge = Math.abs(frequency - nyquist) < 1e-9;
    return {
      "Nyquist frequency": `${number(nyquist, 4)} 1/Å (spacing ${number(2 * this.value.pixel, 1)} Å)`,
      "Apparent frequency": `${number(shown, 4)} 1/Å (${shown < 1e-9 ? "constant" : `spacing ${number(1 / shown, 2)} Å`})`,
      Verdict: edge ? "at Nyquist: the amplitude depends on the phase" : frequency < nyquist ? "below Nyquist: the samples show the wave" : "above Nyquist: aliased",
    };
  }
  describe() {
    const r = this.readout();
    return `A cosine of ${CourseDemo.number(this.value.frequency, 3)} 1/Å with a sample every ${CourseDemo.number(this.value.pixel, 1)} Å, and the wave `
      + `that the samples show, of ${r["Apparent frequency"]}; below them the spectrum with its copies and the Nyquist frequency. ${r.Verdict}.`;
  }
});
