/* Quizzes: an admonition of class "quiz" with a list. The first block of each item is a choice; what follows is its explanation, which
 * begins with "Right." or "Not quite.". Without this file, and in print, everything stays readable as it stands.
 *
 * The choices' own nodes are moved, not copied, so that formulas work whether MathJax has been here or is yet to come. A button stands
 * beside each choice, not around it, since a typeset formula can take the keyboard's focus itself. */
(() => {
  "use strict";
  const VERDICT = /^\s*(Right|Not quite)\b\.?/;
  let quizzes = 0;

  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  /* Everything of an item before its second block is the choice. A block is an element that is not part of a line of text. */
  const split = (item) => {
    const inline = /^(A|ABBR|B|CODE|EM|I|IMG|KBD|SPAN|STRONG|SUB|SUP)$/;
    const nodes = [...item.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE);
    const real = nodes.filter((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent.trim());
    const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && !inline.test(node.tagName);
    if (real.length < 2) return null;
    if (isBlock(real[0])) return [[real[0]], nodes.filter((node) => node !== real[0])];
    const from = nodes.findIndex(isBlock);
    return from < 0 ? null : [nodes.slice(0, from), nodes.slice(from)];
  };

  const enhance = (quiz) => {
    const list = [...quiz.children].filter((child) => /^(UL|OL)$/.test(child.tagName)).pop();
    if (!list || quiz.dataset.ready) return;
    const items = [...list.children].map((item) => [item, split(item)]);
    if (items.length < 2 || !items.every(([, parts]) => parts && VERDICT.test(parts[1].map((node) => node.textContent).join("")))) return;
    quiz.dataset.ready = "true";
    const id = `quiz-${++quizzes}`, status = make("p", "quiz-status"), again = make("button", "quiz-again", "Start again");
    const choices = items.map(([item, [choice, why]], index) => {
      const letter = String.fromCharCode(65 + index), right = VERDICT.exec(why.map((node) => node.textContent).join(""))[1] === "Right";
      const text = make("div", "quiz-text", ...choice), panel = make("div", "quiz-why", ...why);
      const button = make("button", "quiz-choice", letter), mark = make("span", "quiz-mark");
      button.type = "button";
      button.id = `${id}-${letter}`;
      text.id = `${button.id}-text`;
      panel.id = `${button.id}-why`;
      button.setAttribute("aria-labelledby", `${button.id} ${text.id}`);
      button.setAttribute("aria-controls", panel.id);
      const row = make("div", "quiz-row", button, text, mark);
      item.replaceChildren(row, panel);
      item.classList.add("quiz-item");
      const state = { item, button, mark, panel, letter, right };
      row.addEventListener("click", (event) => { if (!event.target.closest("a")) choose(state); });
      return state;
    });

    const show = (state, open) => {
      state.panel.hidden = !open;
      state.button.setAttribute("aria-expanded", String(open));
      state.item.classList.toggle("quiz-right", open && state.right);
      state.item.classList.toggle("quiz-wrong", open && !state.right);
      state.mark.textContent = open ? (state.right ? "✓ right" : "✗ not quite") : "";
    };
    const choose = (state) => {
      show(state, true);
      again.hidden = false;
      const more = choices.some((other) => other.right && other.panel.hidden);
      status.textContent = state.right ? `${state.letter} is right.${more ? " There is another right choice." : ""}`
        : `${state.letter} is not the answer: read why, and choose again.`;
    };
    again.type = "button";
    again.addEventListener("click", () => {
      choices.forEach((state) => show(state, false));
      again.hidden = true;
      status.textContent = "Choose an answer.";
      choices[0].button.focus();
    });

    list.classList.add("quiz-choices");
    choices.forEach((state) => show(state, false));
    again.hidden = true;
    status.setAttribute("aria-live", "polite");
    status.textContent = "Choose an answer.";
    list.after(make("div", "quiz-foot", status, again));
  };

  const start = () => document.querySelectorAll("div.admonition.quiz").forEach(enhance);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
