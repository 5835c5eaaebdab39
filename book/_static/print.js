/* A page is printed light and with its derivations open, whatever the screen shows; afterwards it is as it was. */
(() => {
  "use strict";
  let restore = () => {};
  addEventListener("beforeprint", () => {
    const root = document.documentElement, theme = root.dataset.theme;
    const closed = [...document.querySelectorAll("details.sd-dropdown:not([open])")];
    if (theme) root.dataset.theme = "light";
    closed.forEach((details) => { details.open = true; });
    restore = () => {
      if (theme) root.dataset.theme = theme;
      closed.forEach((details) => { details.open = false; });
    };
  });
  addEventListener("afterprint", () => { restore(); restore = () => {}; });
})();
