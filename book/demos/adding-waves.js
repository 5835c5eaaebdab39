/* <adding-waves>: two waves as arrows laid head to tail, their sum, and its intensity.
 * A wave is A·exp(i(2π s x + φ)): amplitude A, spatial frequency s in 1/Å, phase φ at x = 0; drawn is its real part. */
CourseDemo.define("adding-waves", class extends CourseDemo {
  heading = "Adding two waves";
  controls = [
    { name: "amplitude1", group: "Wave 1, of 0.1 1/Å", label: "Amplitude", colour: "a", min: 0, max: 2, step: 0.05, value: 1 },
    { name: "phase1", group: "Wave 1, of 0.1 1/Å", label: "Phase at x = 0", colour: "a", min: -180, max: 180, step: 5, value: 0, unit: "°" },
    { name: "amplitude2", group: "Wave 2", label: "Amplitude", colour: "b", min: 0, max: 2, step: 0.05, value: 0.5 },
    { name: "phase2", group: "Wave 2", label: "Phase at x = 0", colour: "b", min: -180, max: 180, step: 5, value: 90, unit: "°" },
    { name: "frequency2", group: "Wave 2", label: "Spatial frequency", colour: "b", min: 0.05, max: 0.2, step: 0.005, value: 0.1, unit: " 1/Å" },
    { name: "x", group: "Where the arrows are drawn", label: "Position x", min: 0, max: 40, step: 0.5, value: 0, unit: " Å" },
  ];
  frequency1 = 0.1;

  height(w) { return w < 560 ? w * 0.8 + 374 : 380; }

  wave(which, x) {
    const v = this.value, s = which === 1 ? this.frequency1 : v.frequency2;
    const angle = 2 * Math.PI * s * x + (v[`phase${which}`] * Math.PI) / 180, a = v[`amplitude${which}`];
    return [a * Math.cos(angle), a * Math.sin(angle)];
  }
  sum(x) {
    const [a, b] = [this.wave(1, x), this.wave(2, x)];
    return [a[0] + b[0], a[1] + b[1]];
  }
  intensity(x) { const [re, im] = this.sum(x); return re * re + im * im; }

  draw(g, w, h) {
    const { a, b, c, muted } = this.colour, x = this.value.x, narrow = w < 560, { Panel } = CourseDemo;
    const reach = Math.max(0.5, this.value.amplitude1 + this.value.amplitude2) * 1.1;
    const side = narrow ? w * 0.8 : Math.min(h, w * 0.42), left = narrow ? 0 : side + 8, wide = w - left, top = narrow ? side + 14 : 0;
    const one = this.wave(1, x), sum = this.sum(x);
    const plane = new Panel(this, [0, 0, narrow ? w : side, side], {
      xlim: [-reach, reach], ylim: [-reach, reach], equal: true, title: [`Arrows at x = ${CourseDemo.number(x, 1)} Å`], xlabel: "right: real part, up: imaginary part", xcount: 4, ycount: 4 });
    this.plane = plane;
    plane.ring(0, 0, this.value.amplitude1, a); // where the tips can be, whatever the phases
    plane.ring(...one, this.value.amplitude2, b);
    plane.arrow(0, 0, ...one, a, 3.5);
    plane.arrow(...one, ...sum, b, 3.5);
    plane.arrow(0, 0, ...sum, c, 5);
    // names stand beside the arrows, those of the parts outside the triangle and that of the sum on its other side
    const turn = Math.sign(one[0] * (sum[1] - one[1]) - one[1] * (sum[0] - one[0])) || 1;
    const tag = (words, p, q, ink, side, off = 14) => {
      const dx = q[0] - p[0], dy = q[1] - p[1], length = Math.hypot(dx, dy);
      if (length < reach / 12) return;
      plane.label(words, plane.px((p[0] + q[0]) / 2) + (side * off * dy) / length, plane.py((p[1] + q[1]) / 2) + (side * 14 * dx) / length,
        { align: "center", colour: ink, bold: true, halo: true });
    };
    tag("1", [0, 0], one, a, turn);
    tag("2", one, sum, b, turn);
    tag("1 + 2", [0, 0], sum, c, -turn, 26);

    const half = (h - top) / 2;
    const waves = new Panel(this, [left, top, wide, half], {
      xlim: [0, 40], ylim: [-reach, reach], xlabel: "",
      ycount: 4,
      title: [{ text: "wave 1", colour: a }, { text: "wave 2", colour: b, dash: [6, 3] }, { text: "sum", colour: c, width: 4 }] });
    waves.curve((t) => this.wave(1, t)[0], a);
    waves.curve((t) => this.wave(2, t)[0], b, { dash: [6, 3] });
    waves.curve((t) => this.sum(t)[0], c, { width: 3.5 });
    const top2 = Math.max(1.2, (this.value.amplitude1 + this.value.amplitude2) ** 2 * 1.08);
    const light = new Panel(this, [left, top + half, wide, half], { xlim: [0, 40], ylim: [0, top2], xlabel: "x (Å)", ycount: 4, title: ["intensity |sum|²"] });
    light.curve((t) => this.intensity(t), c, { fill: true });
    light.curve((t) => this.intensity(t), c, { width: 3 });
    for (const panel of [waves, light]) panel.segment(x, panel.ylim[0], x, panel.ylim[1], muted, { dash: [3, 3], width: 1.5 });
    waves.dot(x, sum[0], c, 5);
    light.dot(x, this.intensity(x), c, 5);
  }

  readout() {
    const { number } = CourseDemo, [re, im] = this.sum(this.value.x), { amplitude1, amplitude2 } = this.value;
    const total = re * re + im * im, alone = amplitude1 ** 2 + amplitude2 ** 2, cross = total - alone;
    return {
      "Amplitude of the sum": number(Math.hypot(re, im), 3),
      "Phase of the sum": Math.hypot(re, im) < 1e-9 ? "none" : `${number((Math.atan2(im, re) * 180) / Math.PI, 1)}°`,
      "Intensity |sum|²": number(total, 3),
      "Of this, interference": (cross >= 0.0005 ? "+" : "") + number(cross, 3),
    };
  }
  describe() {
    const r = this.readout();
    return `Two arrows laid head to tail and their sum, of amplitude ${r["Amplitude of the sum"]} and phase ${r["Phase of the sum"]};`
      + " beside them both waves and their sum along x, and the intensity of the sum.";
  }

  /* Drag the tip of an arrow. */
  grab(px, py) {
    if (!this.plane) return false;
    const near = ([x, y]) => Math.hypot(this.plane.px(x) - px, this.plane.py(y) - py);
    const one = near(this.wave(1, this.value.x)), two = near(this.sum(this.value.x));
    this.held = two <= one ? 2 : 1;
    return Math.min(one, two) < 24;
  }
  drag(px, py) {
    let [re, im] = this.plane.data(px, py);
    if (this.held === 2) { const one = this.wave(1, this.value.x); re -= one[0]; im -= one[1]; }
    const s = this.held === 1 ? this.frequency1 : this.value.frequency2;
    const degrees = (Math.atan2(im, re) * 180) / Math.PI - 360 * s * this.value.x;
    this.set(`amplitude${this.held}`, Math.hypot(re, im));
    this.set(`phase${this.held}`, degrees - 360 * Math.round(degrees / 360));
  }
});
