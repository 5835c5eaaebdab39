/* <fourier-series>: a wave of period L = 100 Å built up from its harmonics, of spatial frequency n/L.
 *   square    sign(sin 2πx/L)             = Σ 4/(πn) sin(2πnx/L), n odd
 *   sawtooth  2x/L for −L/2 < x < L/2     = Σ 2(−1)ⁿ⁺¹/(πn) sin(2πnx/L)
 *   triangle  1 − 4|x|/L, |x| < L/2       = Σ 8/(πn)² cos(2πnx/L), n odd
 *   own       Σ of 12 sines whose amplitudes the reader draws */
CourseDemo.define("fourier-series", class extends CourseDemo {
  heading = "Building a wave from its harmonics";
  controls = [
    { name: "target", label: "Wave to build", value: "square",
      options: { square: "Square wave", sawtooth: "Sawtooth", triangle: "Triangle wave", own: "Draw your own amplitudes" } },
    { name: "harmonics", label: "Highest harmonic N", colour: "b", min: 1, max: 60, value: 7 },
    { name: "which", label: "Harmonic to change", min: 1, max: 12, value: 1 },
    { name: "amplitude", label: "Its amplitude", min: -1.2, max: 1.2, step: 0.05, value: 0.8 },
  ];
  period = 100;
  start = [0.8, 0, 0.4, 0, 0, -0.3, 0, 0, 0, 0.2, 0, 0];

  height(w) { return w < 560 ? 430 : 440; }

  changed(name) {
    const own = this.value.target === "own";
    if (name === undefined) this.own = [...this.start];
    if (name === "amplitude") this.own[this.value.which - 1] = this.value.amplitude;
    if (name === "target" && own) this.set("harmonics", 12);
    if (name !== "amplitude") this.set("amplitude", this.own[this.value.which - 1]);
    this.show("which", own);
    this.show("amplitude", own);
  }

  coefficient(n) {
    const odd = n % 2;
    switch (this.value.target) {
      case "square": return odd ? 4 / (Math.PI * n) : 0;
      case "sawtooth": return ((odd ? 2 : -2) / (Math.PI * n));
      case "triangle": return odd ? 8 / (Math.PI * n) ** 2 : 0;
      default: return this.own[n - 1] ?? 0;
    }
  }
  partial(x, highest = this.value.harmonics) {
    const basis = this.value.target === "triangle" ? Math.cos : Math.sin;
    let sum = 0;
    for (let n = 1; n <= highest; n++) sum += this.coefficient(n) * basis((2 * Math.PI * n * x) / this.period);
    return sum;
  }
  target(x) {
    const u = x / this.period - Math.round(x / this.period); // −½ to ½
    switch (this.value.target) {
      case "square": return Math.sign(Math.round(Math.sin(2 * Math.PI * u) * 1e9));
      case "sawtooth": return Math.abs(Math.abs(u) - 0.5) < 1e-9 ? 0 : 2 * u;
      case "triangle": return 1 - 4 * Math.abs(u);
      default: return this.partial(x, 12);
    }
  }
  /* Root of the mean of (wave − partial sum)², by Parseval: what the missing harmonics hold. */
  error() {
    const whole = { square: 1, sawtooth: 1 / 3, triangle: 1 / 3, own: this.own.reduce((sum, a) => sum + (a * a) / 2, 0) }[this.value.target];
    let held = 0;
    for (let n = 1; n <= this.value.harmonics; n++) held += this.coefficient(n) ** 2 / 2;
    return Math.sqrt(Math.max(0, whole - held));
  }
  /* Largest excess of the partial sum over the wave beside its jump, as a share of the jump, which is 2. */
  overshoot() {
    const n = this.value.harmonics;
    if (this.value.target === "square") return (this.partial(this.period / (4 * Math.ceil(n / 2))) - 1) / 2;
    const x = this.period * (0.5 - 0.5 / (n + 0.5));
    return this.value.target === "sawtooth" ? (this.partial(x) - this.target(x)) / 2 : NaN;
  }

  draw(g, w, h) {
    const { a, b, c, muted, grid } = this.colour, { Panel } = CourseDemo, N = this.value.harmonics, cut = h * 0.58, L = this.period;
    const own = this.value.target === "own", reach = own ? Math.max(1.4, this.own.reduce((sum, v) => sum + Math.abs(v), 0)) : 1.4;
    const sum = new Panel(this, [0, 0, w, cut], {
      xlim: [-L / 2, L], ylim: [-reach, reach], xlabel: "x (Å)",
      title: [{ text: "wave", colour: a, dash: [6, 3] }, { text: `sum of harmonics 1 to ${N}`, colour: b, width: 3 }] });
    sum.curve((x) => this.target(x), a, { dash: [6, 3], width: 2 });
    sum.curve((x) => this.partial(x), b, { width: 2.5 });
    const last = own ? 12 : Math.max(15, Math.ceil(N / 5) * 5 + 5);
    const bars = new Panel(this, [0, cut, w, h - cut], {
      xlim: [0, last + 0.8], ylim: own ? [-1.3, 1.3] : this.value.target === "sawtooth" ? [-0.5, 0.8] : [0, 1.4],
      xlabel: `harmonic n, of spatial frequency n/${L} 1/Å`, title: [`amplitude of each ${this.value.target === "triangle" ? "cosine" : "sine"}`] });
    this.bars = bars;
    const wide = Math.min(18, (bars.inner[2] / last) * 0.6);
    for (let n = 1; n <= last; n++) {
      const value = this.coefficient(n), x = bars.px(n) - wide / 2, y0 = bars.py(0), y = bars.py(value);
      g.fillStyle = b;
      g.strokeStyle = n <= N ? b : muted;
      g.lineWidth = own && n === this.value.which ? 3 : 1.2;
      if (own && n === this.value.which) g.strokeStyle = c;
      if (n <= N) g.fillRect(x, Math.min(y, y0), wide, Math.abs(y - y0));
      if (value || own) g.strokeRect(x, Math.min(y, y0), wide, Math.abs(y - y0));
    }
    if (N < last) bars.segment(N + 0.5, bars.ylim[0], N + 0.5, bars.ylim[1], muted, { dash: [3, 3], width: 1.5 });
  }

  readout() {
    const { number } = CourseDemo, over = this.overshoot(), N = this.value.harmonics;
    return {
      "Finest spacing in the sum": `${number(this.period / N, this.period % N ? 2 : 0)} Å`,
      "Root mean square error": number(this.error(), 4),
      "Overshoot beside the jump": Number.isNaN(over) ? "none: no jump" : `${number(over * 100, 2)} % of the jump`,
    };
  }
  describe() {
    const names = { square: "a square wave", sawtooth: "a sawtooth", triangle: "a triangle wave", own: "a wave of your own" };
    const r = this.readout();
    return `The sum of the harmonics 1 to ${this.value.harmonics} drawn over ${names[this.value.target]}, root mean square error `
      + `${r["Root mean square error"]}; below it the amplitude of each harmonic as a bar.`;
  }

  grab(px, py) { return this.value.target === "own" && !!this.bars?.holds(px, py); }
  drag(px, py) {
    const [n, value] = this.bars.data(px, py);
    this.set("which", n);
    this.set("amplitude", Math.abs(value) < 0.04 ? 0 : value);
    this.own[this.value.which - 1] = this.value.amplitude;
  }
});
