/* Base of the interactive figures: labelled controls, a canvas that follows size and theme, a read-out.
 *
 * A demo extends CourseDemo and gives
 *   heading                  its title
 *   controls                 list of {name, label, value, ...}: a range has min, max, step, unit or text(v); a select has options
 *                            {value: words}; a checkbox has a value that is true or false; group: legend of a fieldset
 *   buttons                  optional, {words: method's name}
 *   height(w)                of the canvas for its width, in CSS pixels
 *   draw(g, w, h)            the picture; this.value.NAME are the controls, this.colour.NAME the theme's colours
 *   readout()                {name: text}, shown below the picture and announced when it changes
 *   describe()               the picture in a sentence, for those who do not see it
 *   changed(name)            optional: a control has changed; name is undefined at the start and on reset
 *   grab(x, y), drag(x, y)   optional: whether a press on the canvas takes hold of something, and what moving it does
 */
(() => {
  "use strict";
  if (window.CourseDemo) return; // a page with two demos loads this file twice

  const FALLBACK = { text: "#1f2933", muted: "#5b6670", grid: "#d5dae0", a: "#0063a6", b: "#c04a00", c: "#1f2933", good: "#00714f", bad: "#b3261e" };
  let ids = 0;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /* A number with a fixed count of digits and a true minus sign; never "−0.00". */
  const number = (value, digits = 2) => {
    const text = value.toFixed(digits);
    return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
  };

  /* About `count` round numbers between low and high. */
  const ticks = (low, high, count) => {
    const raw = (high - low) / Math.max(count, 1);
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = power * [1, 2, 5, 10].find((m) => m * power >= raw * 0.999);
    const list = [];
    for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) list.push(i * step);
    return [list, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))];
  };

  /* Axes on the canvas. box: outer [x, y, width, height] in pixels; xlim, ylim: ranges of the data. */
  class Panel {
    constructor(demo, box, { xlim, ylim, title = [], xlabel = "", axes = true, equal = false, xcount, ycount }) {
      Object.assign(this, { demo, g: demo.g, colour: demo.colour, xlim, ylim });
      const [x, y, w, h] = box;
      const left = axes ? 40 : 2, top = title.length ? 24 : 8, bottom = axes ? (xlabel ? 38 : 22) : 2;
      let inner = [x + left, y + top, w - left - (axes ? 14 : 2), h - top - bottom];
      if (equal) { // the same scale on both axes
        const across = Math.abs(xlim[1] - xlim[0]), tall = Math.abs(ylim[1] - ylim[0]), scale = Math.min(inner[2] / across, inner[3] / tall);
        const iw = scale * across, ih = scale * tall;
        inner = [inner[0] + (inner[2] - iw) / 2, inner[1] + (inner[3] - ih) / 2, iw, ih];
      }
      this.inner = inner;
      if (axes) this.axes(xlabel, xcount ?? Math.max(2, inner[2] / 70), ycount ?? Math.max(2, inner[3] / 36));
      this.legend(title, equal ? inner[0] : x + 2, equal ? inner[1] - 10 : y + 14);
    }
    px(x) { return this.inner[0] + ((x - this.xlim[0]) / (this.xlim[1] - this.xlim[0])) * this.inner[2]; }
    py(y) { return this.inner[1] + ((this.ylim[1] - y) / (this.ylim[1] - this.ylim[0])) * this.inner[3]; }
    data(px, py) {
      return [
        this.xlim[0] + ((px - this.inner[0]) / this.inner[2]) * (this.xlim[1] - this.xlim[0]),
        this.ylim[1] - ((py - this.inner[1]) / this.inner[3]) * (this.ylim[1] - this.ylim[0]),
      ];
    }
    holds(px, py) {
      const [x, y, w, h] = this.inner;
      return px >= x - 6 && px <= x + w + 6 && py >= y - 6 && py <= y + h + 6;
    }
    axes(xlabel, xcount, ycount) {
      const { g, colour } = this, [x, y, w, h] = this.inner;
      g.lineWidth = 1;
      for (const [horizontal, limits, count] of [[true, this.xlim, xcount], [false, this.ylim, ycount]]) {
        const [list, digits] = ticks(...limits, count);
        for (const value of list) {
          const at = Math.round(horizontal ? this.px(value) : this.py(value)) + 0.5;
          g.strokeStyle = Math.abs(value) < 1e-12 ? colour.muted : colour.grid;
          g.beginPath();
          if (horizontal) { g.moveTo(at, y); g.lineTo(at, y + h); } else { g.moveTo(x, at); g.lineTo(x + w, at); }
          g.stroke();
          if (horizontal) this.label(number(value, digits), at, y + h + 13, { align: "center", colour: colour.muted });
          else this.label(number(value, digits), x - 6, at, { align: "right", colour: colour.muted });
        }
      }
      if (xlabel) this.label(xlabel, x + w, y + h + 29, { align: "right", colour: colour.muted });
    }
    /* entries: words, or {text, colour, dash, width, dot}, each with a sample of its line */
    legend(entries, x, y) {
      const { g, colour } = this;
      for (const entry of entries) {
        const { text = entry, colour: ink, dash = [], width = 2.5, dot } = entry;
        if (ink) {
          g.strokeStyle = g.fillStyle = ink;
          if (dot) { g.beginPath(); g.arc(x + 9, y - 4, 4, 0, 7); g.fill(); }
          else { g.lineWidth = width; g.setLineDash(dash); g.beginPath(); g.moveTo(x, y - 4); g.lineTo(x + 18, y - 4); g.stroke(); g.setLineDash([]); }
          x += 23;
        }
        this.label(text, x, y - 4, { colour: colour.text });
        x += g.measureText(text).width + 14;
      }
    }
    label(text, px, py, { align = "left", colour = this.colour.text, bold = false, halo = false } = {}) {
      const { g, demo } = this;
      g.font = `${bold ? "600 " : ""}13px ${demo.font}`;
      g.textAlign = align;
      g.textBaseline = "middle";
      if (halo) { g.strokeStyle = demo.colour.back; g.lineWidth = 4; g.lineJoin = "round"; g.strokeText(text, px, py); }
      g.fillStyle = colour;
      g.fillText(text, px, py);
    }
    clipped(paint) {
      const { g } = this, [x, y, w, h] = this.inner;
      g.save(); g.beginPath(); g.rect(x, y - 1, w, h + 2); g.clip(); paint(g); g.restore();
    }
    line(xs, ys, colour, { width = 2, dash = [], fill, alpha = 0.25 } = {}) {
      this.clipped((g) => {
        g.beginPath();
        xs.forEach((x, i) => (i ? g.lineTo(this.px(x), this.py(ys[i])) : g.moveTo(this.px(x), this.py(ys[i]))));
        if (fill && xs.length) {
          g.lineTo(this.px(xs[xs.length - 1]), this.py(0)); g.lineTo(this.px(xs[0]), this.py(0)); g.closePath();
          g.globalAlpha = alpha; g.fillStyle = colour; g.fill();
        } else { g.strokeStyle = colour; g.lineWidth = width; g.lineJoin = "round"; g.setLineDash(dash); g.stroke(); }
      });
    }
    curve(f, colour, options = {}) {
      const n = Math.ceil(this.inner[2] * 2), xs = Array.from({ length: n + 1 }, (_, i) => this.xlim[0] + ((this.xlim[1] - this.xlim[0]) * i) / n);
      this.line(xs, xs.map(f), colour, options);
    }
    dot(x, y, colour, radius = 4) {
      const { g } = this;
      g.fillStyle = colour; g.beginPath(); g.arc(this.px(x), this.py(y), radius, 0, 7); g.fill();
      g.strokeStyle = this.colour.back; g.lineWidth = 1; g.stroke();
    }
    ring(x, y, radius, colour) {
      const { g } = this;
      g.strokeStyle = colour; g.lineWidth = 1; g.setLineDash([2, 4]);
      g.beginPath(); g.arc(this.px(x), this.py(y), Math.abs(this.px(x + radius) - this.px(x)), 0, 7); g.stroke(); g.setLineDash([]);
    }
    segment(x0, y0, x1, y1, colour, { width = 2, dash = [] } = {}) {
      const { g } = this;
      g.strokeStyle = colour; g.lineWidth = width; g.setLineDash(dash);
      g.beginPath(); g.moveTo(this.px(x0), this.py(y0)); g.lineTo(this.px(x1), this.py(y1)); g.stroke(); g.setLineDash([]);
    }
    arrow(x0, y0, x1, y1, colour, width = 3) {
      const { g } = this, ax = this.px(x0), ay = this.py(y0), bx = this.px(x1), by = this.py(y1);
      const length = Math.hypot(bx - ax, by - ay);
      if (length < 1) return this.dot(x1, y1, colour, 3);
      const ux = (bx - ax) / length, uy = (by - ay) / length, head = Math.min(7 + width, length);
      g.strokeStyle = g.fillStyle = colour; g.lineWidth = width;
      g.beginPath(); g.moveTo(ax, ay); g.lineTo(bx - ux * head * 0.8, by - uy * head * 0.8); g.stroke();
      g.beginPath(); g.moveTo(bx, by);
      g.lineTo(bx - ux * head - uy * head * 0.5, by - uy * head + ux * head * 0.5);
      g.lineTo(bx - ux * head + uy * head * 0.5, by - uy * head - ux * head * 0.5);
      g.closePath(); g.fill();
    }
  }

  class CourseDemo extends HTMLElement {
    static number = number;
    static Panel = Panel;
    static define(name, demo) {
      if (!customElements.get(name)) customElements.define(name, demo);
    }

    connectedCallback() {
      if (!this.canvas) this.build();
      this.watchers = [new ResizeObserver(() => this.update()), new MutationObserver(() => this.update())];
      this.watchers[0].observe(this);
      this.watchers[1].observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
      this.dark = matchMedia("(prefers-color-scheme: dark)");
      this.redraw = () => this.update();
      this.dark.addEventListener("change", this.redraw);
      this.update();
    }
    disconnectedCallback() {
      this.watchers.forEach((watcher) => watcher.disconnect());
      this.dark.removeEventListener("change", this.redraw);
      this.pause?.();
    }

    /* Whether the reader has asked for less motion; nothing moves by itself then. */
    get still() { return matchMedia("(prefers-reduced-motion: reduce)").matches; }

    build() {
      const id = `demo-${++ids}`;
      this.value = {};
      this.fields = {};
      this.canvas = make("canvas");
      this.canvas.setAttribute("role", "img");
      this.g = this.canvas.getContext("2d");
      this.output = make("dl", { className: "demo-readout simple" }); // "simple": the theme leaves its margins alone
      this.output.setAttribute("aria-live", "polite");
      this.panel = make("div", { className: "demo-controls" });
      const row = make("div", { className: "demo-buttons" });
      const groups = {};
      for (const control of this.controls) {
        let place = this.panel;
        if (control.group) {
          place = groups[control.group];
          if (!place) this.panel.append((place = groups[control.group] = make("fieldset", {}, make("legend", { textContent: control.group }))));
        }
        place.append(this.field(control, `${id}-${control.name}`));
      }
      for (const [words, method] of Object.entries(this.buttons ?? {})) {
        row.append((this.fields[method] = make("button", { type: "button", textContent: words, onclick: () => this[method]() })));
      }
      row.append(make("button", { type: "button", textContent: "Reset", className: "demo-reset", onclick: () => this.reset() }));
      const title = make("p", { className: "demo-title", id, textContent: this.heading });
      this.setAttribute("role", "group");
      this.setAttribute("aria-labelledby", id);
      this.classList.add("course-demo");
      this.replaceChildren(title, this.canvas, this.output, this.panel, row);
      if (this.drag) this.listen();
      this.changed?.();
    }

    field(control, id) {
      const { name, label, options } = control;
      let input, kind = "range";
      if (options) {
        kind = "select";
        input = make("select", {}, ...Object.entries(options).map(([value, words]) => make("option", { value, textContent: words })));
      } else if (typeof control.value === "boolean") {
        kind = "checkbox";
        input = make("input", { type: "checkbox" });
      } else {
        input = make("input", { type: "range", min: control.min, max: control.max, step: control.step ?? 1 });
      }
      input.id = id;
      input.name = name;
      const number_ = make("span", { className: "demo-value" });
      number_.setAttribute("aria-hidden", "true"); // the slider says it as its value text
      const field = make("div", { className: `demo-control demo-${kind}` }, make("label", { htmlFor: id, textContent: label }), number_, input);
      if (control.colour) field.style.setProperty("--demo-ink", `var(--demo-${control.colour})`);
      this.fields[name] = { control, input, number: number_, field, kind };
      this.set(name, control.value);
      input.addEventListener("input", () => {
        this.set(name, kind === "range" ? Number(input.value) : kind === "checkbox" ? input.checked : input.value);
        this.changed?.(name);
        this.update();
      });
      return field;
    }

    /* Put a control to a value, as the reader could; a range rounds and clamps it. */
    set(name, value) {
      const { control, input, number: place, kind } = this.fields[name];
      if (kind === "checkbox") { this.value[name] = input.checked = value; return; }
      input.value = value;
      this.value[name] = kind === "range" ? Number(input.value) : input.value;
      if (kind === "select") return;
      const digits = (String(control.step ?? 1).split(".")[1] ?? "").length;
      const text = control.text ? control.text(this.value[name]) : number(this.value[name], digits) + (control.unit ?? "");
      place.textContent = text;
      input.setAttribute("aria-valuetext", text);
    }

    show(name, visible) { this.fields[name].field.hidden = !visible; }

    reset() {
      for (const { name, value } of this.controls) this.set(name, value);
      this.pause?.();
      this.changed?.();
      this.update();
    }

    /* Draw before the next frame, once however often it is asked. */
    update() {
      if (this.waiting || !this.isConnected) return;
      this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.render(); });
    }

    render() {
      const w = Math.floor(this.canvas.clientWidth || this.clientWidth);
      if (!w) return; // not shown, as in a closed tab
      const h = Math.round(this.height(w)), ratio = window.devicePixelRatio || 1, style = getComputedStyle(this);
      this.canvas.style.height = `${h}px`;
      if (this.canvas.width !== Math.round(w * ratio) || this.canvas.height !== Math.round(h * ratio)) {
        this.canvas.width = Math.round(w * ratio);
        this.canvas.height = Math.round(h * ratio);
      }
      this.font = style.fontFamily;
      this.colour = { back: style.backgroundColor === "rgba(0, 0, 0, 0)" ? "#fff" : style.backgroundColor };
      for (const name of Object.keys(FALLBACK)) this.colour[name] = style.getPropertyValue(`--demo-${name}`).trim() || FALLBACK[name];
      this.g.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.g.clearRect(0, 0, w, h);
      this.draw(this.g, w, h);
      this.say(this.readout());
      this.canvas.setAttribute("aria-label", this.describe());
    }

    /* Show the read-out; it is announced when it has been left alone for a moment. */
    say(values) {
      const shown = [...this.output.querySelectorAll("dd")];
      this.output.setAttribute("aria-busy", "true");
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => this.output.removeAttribute("aria-busy"), 400);
      const names = Object.keys(values);
      if (shown.length !== names.length || names.some((name, i) => shown[i].dataset.name !== name)) {
        this.output.replaceChildren(...names.map((name) => {
          const value = make("dd", { textContent: values[name] });
          value.dataset.name = name;
          return make("div", {}, make("dt", { textContent: name }), value);
        }));
      } else names.forEach((name, i) => { if (shown[i].textContent !== values[name]) shown[i].textContent = values[name]; });
    }

    listen() {
      const place = (event) => {
        const box = this.canvas.getBoundingClientRect();
        return [event.clientX - box.left, event.clientY - box.top];
      };
      let held = false;
      this.canvas.addEventListener("touchstart", (event) => { // a touch that takes hold of something does not scroll the page
        if (event.touches.length === 1 && this.grab(...place(event.touches[0]))) event.preventDefault();
      }, { passive: false });
      this.canvas.addEventListener("pointerdown", (event) => {
        held = event.button === 0 && this.grab(...place(event));
        if (!held) return;
        this.canvas.setPointerCapture(event.pointerId);
        this.drag(...place(event));
        this.update();
      });
      this.canvas.addEventListener("pointermove", (event) => {
        if (held) { this.drag(...place(event)); this.update(); }
        else this.canvas.style.cursor = this.grab(...place(event)) ? "grab" : "";
      });
      for (const end of ["pointerup", "pointercancel"]) this.canvas.addEventListener(end, () => { held = false; });
    }
  }

  window.CourseDemo = CourseDemo;
})();
