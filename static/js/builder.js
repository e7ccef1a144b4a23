// What makes the form builder quicker where JavaScript runs: dragging fields, and undo by keyboard. Buttons do the same.
(() => {
  "use strict";

  let held = null;
  const near = (event, selector) => event.target.closest?.(selector);
  const over = (element) => {
    document.querySelectorAll("[data-over]").forEach((old) => { delete old.dataset.over; });
    if (element) element.dataset.over = "";
  };

  const dress = () => document.querySelectorAll("[data-board] [data-place]").forEach((place) => { place.draggable = true; });
  document.addEventListener("htmx:afterSettle", dress);

  document.addEventListener("dragstart", (event) => {
    held = near(event, "[data-board] [data-place]");
    event.dataTransfer.effectAllowed = "move";
    if (held) event.dataTransfer.setData("text/plain", held.dataset.place);
  });
  document.addEventListener("dragend", () => { held = null; over(null); });
  document.addEventListener("dragover", (event) => {
    const list = near(event, "[data-places]");
    if (!held || !list) return over(null);
    event.preventDefault();
    over(near(event, "[data-place]") || list);
  });

  // The position counts without the field that is moved, as the server takes it out first.
  const drop = (list, before) => {
    const others = [...list.querySelectorAll("[data-place]")].filter((place) => place !== held);
    const at = before && before !== held ? others.indexOf(before) : others.length;
    const form = document.querySelector("#act");
    form.querySelector("#drop").value = `${list.dataset.places}|${at}`;
    const button = Object.assign(document.createElement("button"), { name: "action", value: `put:${held.dataset.place}`, hidden: true });
    form.append(button);
    button.click();
    button.remove();
  };
  document.addEventListener("drop", (event) => {
    const list = near(event, "[data-places]");
    if (!held || !list) return;
    event.preventDefault();
    drop(list, near(event, "[data-place]"));
  });

  // Not in a control: there the browser undoes what was typed.
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    if (event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    event.preventDefault();
    document.querySelector(event.shiftKey ? "#redo" : "#undo")?.click();
  });

  dress();
})();
