/* <convolution-frames>: a convolution frame by frame. One frame is one value of the output: the area under signal times kernel.
 *   convolution         g(x) = ∫ f(x′) h(x − x′) dx′   the kernel flipped and shifted by x
 *   cross-correlation   c(x) = ∫ f(x′) h(x′ − x) dx′   the kernel shifted by x
 * Sums over samples 0.25 Å apart, zero outside ±10 Å; where a function jumps, its sample is the mean of both sides. */
CourseDemo.define("convolution-frames", class extends CourseDemo {
  heading = "Convolution, frame by frame";
  controls = [
    { name: "signal", label: "Signal f", colour: "a", value: "box", options: { box: "Box, 4 Å wide", ramp: "Ramp, 6 Å wide", peaks: "Two narrow peaks" } },
    { name: "kernel", label: "Kernel h", colour: "b", value: "exponential",
      options: { box: "Box, 3 Å wide", gaussian: "Gaussian, σ = 1 Å", exponential: "Exponential decay, one-sided", deltas: "Two deltas" } },
    { name: "flip", label: "Flip the kernel (off: cross-correlation)", value: true },
    { name: "x", label: "Position x of the frame", colour: "c", min: -10, max: 10, step: 0.25, value: -1, unit: " Å" },
  ];
  buttons = { "Frame back": "back", "Next frame": "next", Play: "play" };
  step = 0.25;
  deltas = [[-4, 1], [3, 0.5]];

  height(w) { return w < 560 ? 480 : 500; }

  changed(name) {
    const { step } = this, grid = (this.grid = Array.from({ length: 81 }, (_, i) => (i - 40) * step));
    const box = (x, half) => (Math.abs(x) < half ? 1 : Math.abs(x) === half ? 0.5 : 0), bell = (x, sigma) => Math.exp(-((x / sigma) ** 2) / 2);
    const signal = {
      box: (x) => box(x, 2),
      ramp: (x) => ((x + 3) / 6) * box(x, 3),
      peaks: (x) => bell(x + 2.5, 0.4) + 0.6 * bell(x - 3, 0.4),
    }[this.value.signal];
    const kernel = {
      box: (x) => box(x, 1.5),
      gaussian: (x) => bell(x, 1),
      exponential: (x) => (x > 0 ? Math.exp(-x / 1.5) : x === 0 ? 0.5 : 0),
      deltas: (x) => this.deltas.reduce((sum, [at, weight]) => sum + (x === at ? weight / step : 0), 0),
    }[this.value.kernel];
    const area = this.value.kernel === "deltas" ? 1 : grid.reduce((sum, x) => sum + kernel(x) * step, 0);
    this.f = signal;
    this.h = (x) => kernel(x) / area; // area 1, but for the deltas, whose areas are 1 and ½
    this.g_ = grid.map((x) => grid.reduce((sum, t) => sum + this.product(t, x) * step, 0));
    if (name && name !== "x") this.pause();
    if (this.still) this.fields.play.hidden = true; // nothing moves by itself; the frames can still be stepped through
  }
  shifted(t, x) { return this.value.flip ? this.h(x - t) : this.h(t - x); }
  product(t, x) { return this.f(t) * this.shifted(t, x); }

  move(steps) {
    const x = this.value.x + steps * this.step;
    this.set("x", x > 10 ? -10 : x < -10 ? 10 : x);
    this.update();
  }
  back() { this.pause(); this.move(-1); }
  next() { this.pause(); this.move(1); }
  play() {
    if (this.timer) return this.pause();
    this.timer = setInterval(() => this.move(1), 80);
    this.fields.play.textContent = "Pause";
  }
  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this.fields.play.textContent = "Play";
  }

  draw(g, w, h) {
    const { a, b, c, good, muted } = this.colour, { Panel } = CourseDemo, { grid } = this, { x, flip } = this.value, spikes = this.value.kernel === "deltas";
    const xlim = [-10, 10], third = h / 3, shown = flip ? "h(x − x′)" : "h(x′ − x)";
    const top = new Panel(this, [0, 0, w, third], { xlim, ylim: [0, 1.15], ycount: 2, xlabel: "x′ (Å)",
      title: [{ text: "f(x′)", colour: a }, { text: shown, colour: b, width: 3 }, { text: "h(x′)", colour: muted, dash: [2, 3], width: 1.5 }] });
    this.top = top;
    const kernel = (panel, at, ink, options) => { // a delta is an arrow as high as its area
      const f = (t) => (at === null ? this.h(t) : this.shifted(t, at));
      if (!spikes) return panel.curve(f, ink, options);
      for (const t of grid) if (f(t)) (options.dash ? panel.segment(t, 0, t, f(t) * this.step, ink, options) : panel.arrow(t, 0, t, f(t) * this.step, ink));
    };
    top.curve(this.f, a, { fill: true, alpha: 0.15 });
    top.curve(this.f, a);
    kernel(top, null, muted, { dash: [2, 3], width: 1.5 });
    kernel(top, x, b, { width: 3 });

    const value = this.g_[Math.round((x + 10) / this.step)];
    const product = grid.map((t) => this.product(t, x) * (spikes ? this.step : 1));
    const middle = new Panel(this, [0, third, w, third], { xlim, ylim: [0, Math.max(0.1, Math.min(1.15, Math.max(...grid.map((t) => this.h(t))) * (spikes ? this.step : 1) * 1.2))],
      ycount: 2, xlabel: "x′ (Å)", title: [{ text: `product f(x′)·${shown}`, colour: good }, `area = ${CourseDemo.number(value, 3)}`] });
    if (spikes) grid.forEach((t, i) => product[i] > 1e-6 && middle.arrow(t, 0, t, product[i], good));
    else {
      middle.curve((t) => this.product(t, x), good, { fill: true, alpha: 0.35 });
      middle.curve((t) => this.product(t, x), good);
    }

    const done = grid.filter((t) => t <= x + 1e-9), peak = Math.max(...this.g_);
    const bottom = new Panel(this, [0, 2 * third, w, third], { xlim, ylim: [0, peak * 1.15], ycount: 2, xlabel: "x (Å)",
      title: [{ text: flip ? "output g(x), one point a frame" : "output c(x), one point a frame", colour: c }] });
    bottom.line(done, done.map((_, i) => this.g_[i]), c, { width: 1.5 });
    done.forEach((t, i) => bottom.dot(t, this.g_[i], c, w < 560 ? 2 : 3));
    for (const panel of [top, middle, bottom]) panel.segment(x, panel.ylim[0], x, panel.ylim[1], c, { dash: [3, 3], width: 1.2 });
    bottom.dot(x, value, good, 6);
  }

  readout() {
    const { number } = CourseDemo, { x, flip } = this.value;
    const text = flip ? `g(${number(x, 2)} Å)` : `c(${number(x, 2)} Å)`;
    return {
      "What is computed": flip ? "convolution: ∫ f(x′) h(x − x′) dx′" : "cross-correlation: ∫ f(x′) h(x′ − x) dx′",
      "Area in this frame": `${text} = ${number(this.g_[Math.round((x + 10) / this.step)], 4)}`,
    };
  }
  describe() {
    const words = (name) => this.fields[name].input.selectedOptions[0].textContent;
    return `Three curves along x. Signal (${words("signal")}) and kernel (${words("kernel")}), ${this.value.flip ? "flipped and " : ""}shifted to `
      + `${CourseDemo.number(this.value.x, 2)} Å; their product with its area shaded; the output up to this frame. ${this.readout()["Area in this frame"]}.`;
  }

  /* Drag the frame along. */
  grab(px, py) { return py < this.canvas.clientHeight && !!this.top && Math.abs(px - this.top.px(this.value.x)) < 22; }
  drag(px, py) {
    this.pause();
    this.set("x", this.top.data(px, py)[0]);
  }
});
