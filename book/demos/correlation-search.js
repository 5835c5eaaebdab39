/* <correlation-search>: a template moved over a noisy micrograph; its score fills a map.
 *   plain        Σ t·p over the pixels of the template t and of the patch p below it
 *   normalised   Σ (t − mean t)(p − mean p) / √(Σ (t − mean t)² · Σ (p − mean p)²), between −1 and 1; 0 where the patch is flat
 * Image values are density, 0 in empty ice; they are shown dark, as in a micrograph at underfocus. image[y·size + x], y counts down. */
CourseDemo.define("correlation-search", class extends CourseDemo {
  heading = "Searching a micrograph with a template";
  size = 64;
  edge = 15;   // of the template, in pixels; its centre is at edge // 2
  pixel = 8;   // Å
  count = 4;   // particles
  controls = [
    { name: "x", label: "Template x", colour: "b", min: 7, max: 56, value: 32, text: (v) => `${v} px (${8 * v} Å)` },
    { name: "y", label: "Template y (down)", colour: "b", min: 7, max: 56, value: 32, text: (v) => `${v} px (${8 * v} Å)` },
    { name: "noise", label: "Noise, root mean square", min: 0, max: 2, step: 0.1, value: 0.4 },
    { name: "normalised", label: "Normalised correlation", value: false },
  ];
  buttons = { "Search the whole image": "search", "New micrograph": "another" };

  height(w) { return w < 560 ? w + 24 + w * 0.62 + 30 : w * 0.5 + 24 + 118; }

  changed(name) {
    if (name === undefined) { this.seed = 3; this.make(); }
    if (name === undefined || name === "noise" || name === "normalised") this.score();
    if (name === undefined || this.seen === undefined) this.seen = new Uint8Array(this.size ** 2);
    this.visit();
  }

  /* Particles (rings, a barrel from above), a decoy (a patch of thick ice) and unit noise, from seeded random numbers. */
  make() {
    let state = this.seed;
    const random = () => { // mulberry32
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const { size, edge } = this, half = edge >> 1;
    const ring = (dx, dy) => Math.exp(-((Math.hypot(dx, dy) - 4) ** 2) / (2 * 1.1 ** 2));
    const lump = (dx, dy) => 1 / (1 + Math.exp((Math.hypot(dx, dy) - 9) / 0.5));
    this.places = [];
    while (this.places.length <= this.count) { // the last one is the decoy's
      const place = [0, 1].map(() => half + Math.floor(random() * (size - edge + 1)));
      const apart = this.places.length < this.count ? 15 : 18;
      if (this.places.every((p) => Math.hypot(p[0] - place[0], p[1] - place[1]) > apart)) this.places.push(place);
    }
    this.template = Float64Array.from({ length: edge ** 2 }, (_, i) => ring((i % edge) - half, Math.floor(i / edge) - half));
    this.clean = Float64Array.from({ length: size ** 2 }, (_, i) => this.places.reduce((sum, [x, y], k) =>
      sum + (k < this.count ? ring : lump)((i % size) - x, Math.floor(i / size) - y), 0));
    this.unit = Float64Array.from({ length: size ** 2 }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  }

  /* Mean-free template and patch where normalised; products before the sum. */
  products(x, y) {
    const { size, edge, template, image } = this, half = edge >> 1, n = edge ** 2, patch = new Float64Array(n);
    for (let i = 0; i < n; i++) patch[i] = image[(y - half + Math.floor(i / edge)) * size + x - half + (i % edge)];
    if (!this.value.normalised) return [patch, template.map((t, i) => t * patch[i])];
    const mean = patch.reduce((a, b) => a + b) / n, middle = template.reduce((a, b) => a + b) / n;
    let tt = 0, pp = 0;
    for (let i = 0; i < n; i++) { tt += (template[i] - middle) ** 2; pp += (patch[i] - mean) ** 2; }
    const scale = pp > 1e-12 ? 1 / Math.sqrt(tt * pp) : 0;
    return [patch, template.map((t, i) => (t - middle) * (patch[i] - mean) * scale)];
  }
  score() {
    const { size } = this, half = this.edge >> 1;
    this.image = this.clean.map((v, i) => v + this.value.noise * this.unit[i]);
    this.scores = new Float64Array(size ** 2).fill(NaN);
    for (let y = half; y < size - half; y++) {
      for (let x = half; x < size - half; x++) this.scores[y * size + x] = this.products(x, y)[1].reduce((a, b) => a + b);
    }
  }
  get far() { return this.size - (this.edge >> 1) - 1; }

  visit() {
    const { x, y } = this.value, [x0, y0] = this.last ?? [x, y], steps = Math.max(1, Math.abs(x - x0), Math.abs(y - y0));
    for (let i = 0; i <= steps; i++) this.seen[Math.round(y0 + ((y - y0) * i) / steps) * this.size + Math.round(x0 + ((x - x0) * i) / steps)] = 1;
    this.last = [x, y];
  }
  /* The highest scores of the places visited, each at least half a template from those before it. */
  peaks(count) {
    const { size, scores, seen } = this, found = [];
    while (found.length < count) {
      let best = -1;
      for (let i = 0; i < scores.length; i++) {
        if (!seen[i] || !(best < 0 || scores[i] > scores[best])) continue;
        if (found.every((p) => Math.hypot((p % size) - (i % size), Math.floor(p / size) - Math.floor(i / size)) > this.edge / 2)) best = i;
      }
      if (best < 0) break;
      found.push(best);
    }
    return found;
  }
  what(i) {
    const k = this.places.findIndex(([x, y], n) => Math.hypot((i % this.size) - x, Math.floor(i / this.size) - y) <= (n < this.count ? 2 : 9));
    return k < 0 ? "empty ice" : k < this.count ? "a particle" : "the decoy";
  }

  search() {
    if (this.timer) return;
    const half = this.edge >> 1;
    const row = (y) => this.seen.fill(1, y * this.size + half, y * this.size + this.far + 1);
    if (this.still) { for (let y = half; y <= this.far; y++) row(y); this.update(); return; }
    let y = half;
    this.timer = setInterval(() => {
      row(y);
      if (++y > this.far) this.pause();
      this.update();
    }, 30);
  }
  another() {
    this.pause();
    this.seed += 1;
    this.make();
    this.score();
    this.seen.fill(0);
    this.last = undefined;
    this.visit();
    this.update();
  }
  pause() { clearInterval(this.timer); this.timer = 0; }
  reset() {
    this.seen = this.last = undefined;
    super.reset();
  }

  /* Paint values (an array of n × n) into a square of the canvas. */
  paint(panel, n, colour) {
    const sheet = document.createElement("canvas"), data = new ImageData(n, n);
    sheet.width = sheet.height = n;
    for (let i = 0; i < n * n; i++) data.data.set(colour(i), 4 * i);
    sheet.getContext("2d").putImageData(data, 0, 0);
    const { g } = this, [x, y, w, h] = panel.inner;
    g.imageSmoothingEnabled = false;
    g.drawImage(sheet, x, y, w, h);
    g.strokeStyle = this.colour.muted; g.lineWidth = 1; g.strokeRect(x, y, w, h);
  }

  draw(g, w, h) {
    const { Panel, number } = CourseDemo, { size, edge, scores, seen, colour } = this, { x, y } = this.value, narrow = w < 560;
    const square = (n, box, title) => new Panel(this, box, { xlim: [0, n], ylim: [n, 0], axes: false, equal: true, title: [title] });
    const grey = (v) => { const s = Math.max(0, Math.min(255, 180 - (95 * v) / (1 + 0.7 * this.value.noise))); return [s, s, s, 255]; };
    const side = narrow ? w : w / 2, second = narrow ? w * 0.62 : side;
    const image = (this.picture = square(size, [0, 0, side, side + 24], "micrograph: drag the frame"));
    this.paint(image, size, (i) => grey(this.image[i]));
    const map = square(size, narrow ? [0, side + 24, second, second + 24] : [side, 0, side, side + 24], "score at the template's centre");
    const valid = scores.filter((v) => !Number.isNaN(v)), low = valid.reduce((a, b) => Math.min(a, b)), high = valid.reduce((a, b) => Math.max(a, b));
    const stops = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]]; // viridis
    this.paint(map, size, (i) => {
      if (!seen[i]) return [128, 128, 128, (i + Math.floor(i / size)) % 2 ? 40 : 20];
      const t = (4 * (scores[i] - low)) / (high - low || 1), k = Math.min(3, Math.floor(t));
      return [0, 1, 2].map((c) => stops[k][c] + (t - k) * (stops[k + 1][c] - stops[k][c])).concat(255);
    });
    const frame = (panel, cx, cy, half, ink) => {
      const [px, py] = [panel.px(cx + 0.5 - half), panel.py(cy + 0.5 - half)], wide = panel.px(2 * half) - panel.px(0);
      g.lineWidth = 4; g.strokeStyle = "#fff"; g.strokeRect(px, py, wide, wide);
      g.lineWidth = 2; g.strokeStyle = ink; g.strokeRect(px, py, wide, wide);
    };
    const ringed = (i, hit) => {
      g.beginPath(); g.arc(image.px((i % size) + 0.5), image.py(Math.floor(i / size) + 0.5), image.px(6.5) - image.px(0), 0, 7);
      g.setLineDash(hit ? [] : [5, 4]);
      g.lineWidth = 4.5; g.strokeStyle = "#fff"; g.stroke();
      g.lineWidth = 2.5; g.strokeStyle = hit ? "#00714f" : "#b3261e"; g.stroke(); g.setLineDash([]);
    };
    if (this.all) for (const i of this.peaks(this.count)) ringed(i, this.what(i) === "a particle");
    frame(image, x, y, edge / 2, "#c04a00");
    frame(map, x, y, 1.5, "#c04a00");
    const [best] = this.peaks(1);
    if (best !== undefined) {
      const bx = map.px((best % size) + 0.5), by = map.py(Math.floor(best / size) + 0.5);
      for (const [width, ink] of [[5, "#fff"], [2.5, "#111"]]) {
        g.lineWidth = width; g.strokeStyle = ink; g.beginPath();
        for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) { g.moveTo(bx + 5 * dx, by + 5 * dy); g.lineTo(bx + 13 * dx, by + 13 * dy); }
        g.stroke();
      }
    }

    const [patch, products] = this.products(x, y), biggest = products.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
    const ink = [colour.a, colour.b].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))); // as course.css writes them
    const shade = (v) => [...ink[v > 0 ? 0 : 1], Math.round(255 * Math.min(1, Math.abs(v) / biggest))];
    const tiles = [["template", (i) => grey(this.template[i])], ["patch", (i) => grey(patch[i])], ["product", (i) => shade(products[i])]];
    tiles.forEach(([words, ink], k) => {
      const tall = narrow ? (second + 24) / 3 : 118, at = w / 2 - 200 + 150 * k;
      const box = narrow ? [second + 4, side + 24 + k * tall, w - second - 4, tall] : [at, side + 24, 112, tall];
      const tile = square(edge, box, words);
      this.paint(tile, edge, ink);
      if (!narrow && k < 2) tile.label(k ? "→" : "×", box[0] + 131, box[1] + 70, { align: "center", bold: true });
    });
    if (!narrow) image.label(`sum: ${number(scores[y * size + x], 2)}`, w / 2 + 222, side + 94, { bold: true });
  }

  get all() { return this.seen.reduce((a, b) => a + b) === (this.size - this.edge + 1) ** 2; }

  readout() {
    const { number } = CourseDemo, { size, pixel, scores } = this, { x, y, noise } = this.value, [best] = this.peaks(1), half = this.edge >> 1;
    const share = this.seen.reduce((a, b) => a + b) / (size - 2 * half) ** 2, n = this.template.length;
    const mean = this.template.reduce((a, b) => a + b) / n, variance = this.template.reduce((a, t) => a + (t - mean) ** 2, 0) / n;
    const bx = best % size, by = Math.floor(best / size);
    return {
      "Score here": number(scores[y * size + x], 3),
      "Best score so far": `${number(scores[best], 3)} at x = ${bx} px, y = ${by} px (${bx * pixel} Å, ${by * pixel} Å)`,
      "What is there": this.what(best),
      Searched: this.all ? `all; of the ${this.count} best peaks, ${this.peaks(this.count).filter((i) => this.what(i) === "a particle").length} are particles`
        : `${number(100 * share, 1)} % of the image`,
      "Signal-to-noise ratio": noise ? number(variance / noise ** 2, 3) : "no noise",
    };
  }
  describe() {
    const r = this.readout();
    return `A micrograph of ${this.size} × ${this.size} pixels with ${this.count} ring-shaped particles and a round decoy, and the map of the template's scores. `
      + `Best so far: ${r["Best score so far"]}, ${r["What is there"]}. Searched: ${r.Searched}.`;
  }

  grab(px, py) { return !!this.picture?.holds(px, py); }
  drag(px, py) {
    const [x, y] = this.picture.data(px, py);
    this.set("x", Math.floor(x));
    this.set("y", Math.floor(y));
    this.visit();
  }
});
