// What makes the pages nicer where JavaScript runs. Every page works without it.
(() => {
  "use strict";

  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (name, act, capture = false) => document.addEventListener(name, act, capture);
  const KEPT = "What you typed is still here; try again.";

  // The one status region. Emptied first: the same words twice are then spoken twice.
  let saidAt = 0;
  const say = (words, tone = "") => {
    const region = find("#status");
    saidAt = Date.now();
    region.dataset.tone = tone;
    region.textContent = "";
    setTimeout(() => { region.textContent = words; }, 50);
  };
  on("announce", (event) => say(event.detail.value));
  // A part that follows by itself asks again anyway: it says once that it has lost touch, and takes it back.
  const follows = (event) => event.detail.elt.matches("[data-follows]");
  const TRYING = "The server does not answer. This page keeps trying.";
  const lost = (event, words) => {
    if (!follows(event)) say(`${words} ${KEPT}`, "danger");
    else if (find("#status").textContent !== TRYING) say(TRYING, "danger");
  };
  on("htmx:sendError", (event) => lost(event, "The server does not answer."));
  on("htmx:timeout", (event) => lost(event, "The server takes too long."));
  on("htmx:afterRequest", (event) => {
    if (event.detail.successful && follows(event) && find("#status").textContent === TRYING) say("");
  });

  // Presses a button that the page does not show: what it says goes along with the form.
  const press = (form, name, value) => {
    const button = Object.assign(document.createElement("button"), { name, value, hidden: true });
    form.append(button);
    button.click();
    button.remove();
  };

  // The login session ended: the page stays as it is, with all that was typed, and says what to do. Who is typing is told
  // calmly: once, and without losing the caret.
  const signedOut = ({ calmly = false } = {}) => {
    const words = find("#signed-out");
    if (calmly && find("#signed-out-told")) return;
    if (!find("#signed-out-told")) find("#main").prepend(words.content.cloneNode(true));
    if (!calmly) find("#signed-out-told").focus();
    say("You are signed out. Sign in in another tab, then press the button again.");
  };

  // Every sign-in makes a new proof of origin: a form that carries an old one gets the new one and is sent again, once.
  const freshToken = async () => {
    const { token } = await (await fetch(find("#signed-out").dataset.token, { cache: "no-store" })).json();
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    all("[name=csrfmiddlewaretoken]").forEach((control) => { control.value = token; });
  };
  const renew = async (form, submitter) => {
    try {
      await freshToken();
      form.dataset.renewed = "";
      rest(form);
      press(form, submitter?.name ?? "", submitter?.value ?? "");
    } catch {
      say(`The server does not answer. ${KEPT}`, "danger");
    }
  };
  on("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    delete event.detail.elt.dataset.renewed;
    find("#signed-out-told")?.remove();
  });

  // After a swap: an error summary takes focus, else what the page asks for; else focus stays and is never lost.
  let held = "";
  const urgent = () => find(".error-summary[role=alert]") || find("[data-focus]");
  const unfold = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const settle = () => {
    const wanted = urgent();
    if (wanted && !("seen" in wanted.dataset)) {
      wanted.dataset.seen = "";
      unfold(wanted);
      wanted.focus();
    }
    if (document.activeElement === document.body && held) {
      const back = document.getElementById(held) || find("h1[tabindex]") || find("#main");
      unfold(back);
      back.focus({ preventScroll: true });
    }
    dress();
  };
  on("htmx:afterSettle", settle);

  // The label comes into view before the control takes focus: no answer shows without its question.
  const visit = (link) => {
    const control = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!control) return false;
    unfold(control);
    (control.labels?.[0] || control).scrollIntoView({ block: "start" });
    control.focus({ preventScroll: true });
    return true;
  };

  // A whole error page says by a header where it belongs; any other error stays out of the page.
  on("htmx:beforeSwap", (event) => {
    held = document.activeElement.id || "main";
    const { xhr } = event.detail;
    if (xhr.status < 400 || xhr.status === 422) return;
    const form = event.detail.requestConfig.elt;
    if (xhr.status === 401) return signedOut();
    if (xhr.getResponseHeader("Stale-Form") && form.matches("form") && !("renewed" in form.dataset)) {
      event.detail.shouldSwap = false;
      return renew(form, event.detail.requestConfig.triggeringEvent?.submitter);
    }
    event.detail.shouldSwap = Boolean(xhr.getResponseHeader("HX-Retarget")) && !(follows(event) && xhr.status >= 500);
    if (!event.detail.shouldSwap) lost(event, "The server could not do that.");
  });

  const copy = async (button) => {
    try {
      const { copy: text, copyFrom } = button.dataset;
      await navigator.clipboard.writeText(copyFrom ? find(copyFrom).textContent : text);
      say("Copied");
    } catch {
      say("The browser does not let this page copy. Select the text and copy it.", "danger");
    }
  };

  // One submit at a time.
  const rest = (form) => {
    delete form.dataset.busy;
    all("[aria-busy]", form).forEach((button) => button.removeAttribute("aria-busy"));
  };
  let next = null;
  on("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if ("busy" in form.dataset) {
      // Who goes on while an answer is still showing its fields does so as soon as they are there.
      if ("shows" in form.dataset) next = event.submitter;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.busy = "";
    event.submitter?.setAttribute("aria-busy", "true");
  }, true);
  on("htmx:afterRequest", (event) => all("form[data-busy]").filter((form) => form.contains(event.detail.elt)).forEach(rest));
  addEventListener("pageshow", () => all("form[data-busy]").forEach(rest));

  // The theme changes in place, so that nothing typed is lost.
  on("submit", async (event) => {
    const { target: form, submitter } = event;
    if (!form.matches("[data-theme-form]") || !submitter) return;
    event.preventDefault();
    const body = new FormData(form, submitter);
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    rest(form);
    if (answer.type !== "opaqueredirect") return say("The theme could not be kept. Try again.", "danger");
    document.documentElement.dataset.theme = submitter.value;
    all("button", form).forEach((button) => button.setAttribute("aria-pressed", String(button === submitter)));
  });

  // Relative times of today stay true.
  const UNITS = [[3600, "hour"], [60, "minute"]];
  const freshen = () => all("time[data-relative]").forEach((time) => {
    const seconds = (Date.now() - new Date(time.dateTime)) / 1000;
    if (seconds < 0 || time.dateTime.slice(0, 10) !== new Date().toISOString().slice(0, 10)) return;
    const [size, unit] = UNITS.find(([length]) => seconds >= length) || [];
    const count = Math.floor(seconds / size);
    const words = size ? `${count} ${unit}${count === 1 ? "" : "s"} ago` : "just now";
    if (time.textContent !== words) time.textContent = words;
  });
  setInterval(freshen, 30000);

  // The line of the field in focus is marked in the listing beside the form.
  const mark = (control) => {
    let line = null;
    for (let place = control.dataset.pointer; place && !line; place = place.slice(0, place.lastIndexOf("/"))) {
      line = find(`.code [data-at="${CSS.escape(place)}"]`);
    }
    if (!line) return;
    all('.code [data-mark="here"]').forEach((old) => old.removeAttribute("data-mark"));
    line.dataset.mark ||= "here";
    line.parentElement.scrollTop = line.offsetTop - line.parentElement.clientHeight / 3;
  };
  on("focusin", ({ target }) => mark(target));

  on("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
    const link = event.target.closest('.error-summary a[href^="#"]');
    if (event.target.closest("[aria-disabled=true]") || (link && visit(link))) event.preventDefault();
  });

  // How long a text is follows what is typed. It is spoken after a pause, and only where it gets too long or fits again.
  let pause = 0;
  on("input", ({ target }) => {
    const count = target.id && find(`[data-counts="${CSS.escape(target.id)}"]`);
    if (!count) return;
    const most = Number(count.dataset.most);
    const over = [...target.value.trim()].length - most;
    const words = `${most + over} of ${most} characters${over > 0 ? `: ${over} too many` : ""}`;
    const turned = (over > 0) !== ("tone" in count.dataset);
    count.textContent = words;
    if (over > 0) count.dataset.tone = "danger";
    else delete count.dataset.tone;
    if (turned) count.dataset.turned = "";
    clearTimeout(pause);
    pause = setTimeout(() => {
      if ("turned" in count.dataset) say(count.textContent);
      delete count.dataset.turned;
    }, 1000);
  });

  // An answer that loses nothing shows its fields at once. With the arrow keys one passes others on the way: there the
  // button beside it does it.
  let pointed = false;
  on("pointerdown", () => { pointed = true; }, true);
  on("keydown", () => { pointed = false; }, true);
  on("change", ({ target }) => {
    if (!pointed || !target.dataset.atOnce) return;
    target.form.dataset.shows = "";
    press(target.form, "action", target.dataset.atOnce);
  });
  on("htmx:afterRequest", (event) => { if (!event.detail.successful) next = null; });
  on("htmx:afterSettle", () => {
    const { name, value } = next || {};
    next = null;
    if (name) press(find("#screen"), name, value);
  });

  // How many bytes the variables of a container take follows what is typed in the same way.
  const bytes = (text) => new TextEncoder().encode(text).length;
  const told = (number) => number.toLocaleString("en");
  const weighed = (list) => {
    const { most, longest } = find(".meter", list).dataset;
    const rows = all(".row-variable", list).map((row) => all("input, textarea", row).map((control) => control.value));
    const total = rows.flat().reduce((sum, text) => sum + bytes(text), Number(list.dataset.meter));
    const long = rows.filter(([, value = ""]) => bytes(value) > longest)
      .map(([key, value]) => `${key || "A variable"} has ${told(bytes(value))} bytes`).join(", ");
    const over = total > most ? `${told(total - most)} bytes are too many. ` : "";
    return { total, most, wrong: (over + (long && `${long}; a value may have ${told(Number(longest))}.`)).trim() };
  };
  let weighing = 0;
  on("input", ({ target }) => {
    const list = target.closest(".row-variable") && target.closest("[data-meter]");
    if (!list) return;
    const { total, most, wrong } = weighed(list);
    find("meter", list).value = total;
    find("[data-weight]", list).textContent = `${told(total)} of ${told(Number(most))} bytes in all containers`;
    const said = find("[data-wrong]", list);
    const turned = Boolean(wrong) !== Boolean(said.textContent);
    said.textContent = wrong;
    clearTimeout(weighing);
    if (turned) weighing = setTimeout(() => say(wrong || "All values are short enough."), 1000);
  });

  // What a name becomes a part of follows what is typed.
  on("input", ({ target }) => {
    const mirror = target.id && find(`[data-mirrors="${CSS.escape(target.id)}"]`);
    if (mirror) mirror.textContent = target.value.trim() || "…";
  });

  // What leads to another step saves what is typed first, unless it is opened beside.
  on("click", (event) => {
    const link = event.target.closest("[data-go]");
    const form = find("#screen");
    if (!link || !form || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    press(form, "action", `go:${link.dataset.go}`);
  });

  const dress = () => {
    all("[data-copy][hidden]").forEach((button) => { button.hidden = false; });
    freshen();
  };
  dress();

  // For the script of the wizard, which comes after this one.
  window.modelsUI = {
    find, on, press, say, signedOut, freshToken, TRYING,
    told: () => ({ text: find("#status").textContent, tone: find("#status").dataset.tone, ago: Date.now() - saidAt }),
    headers: () => JSON.parse(document.body.getAttribute("hx-headers")),
    refresh: () => { dress(); mark(document.activeElement); },
  };
  // Who comes for one control, such as from the review, gets there; else the page says what is urgent.
  if (!visit(location)) urgent()?.focus();
})();
