// Saves a screen of the wizard while somebody types. The controls are never touched: only what stands around them follows.
(() => {
  "use strict";

  const { find, on, press, say, told, signedOut, freshToken, headers, refresh, TRYING } = window.modelsUI;
  // Milliseconds: a pause in typing, how long somebody may type without one, and how long a dead server is left alone.
  const PAUSE = 400, BOUND = 800, FIRST_WAIT = 1000, LONGEST_WAIT = 30000, PATIENCE = 20000, HUSH = 4000;
  // When a page looks whether the one before it was slower.
  const LOOKS = [0, 700, 2000];
  // What a browser still sends for a page that is gone, in bytes, with room for the names around it.
  const LAST_WORDS = 60000;

  // The page that is being typed into: its form, the name it goes by (drafts/sheets.py), and what of it is stored.
  let page = null;
  let timer = 0, since = 0, wait = 0, notBefore = 0, spoken = "";
  const waiting = new Map();

  const name = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const written = (form) => {
    const pairs = [...new FormData(form)].filter(([key, value]) => key !== "csrfmiddlewaretoken" && typeof value === "string");
    return new URLSearchParams(pairs).toString();
  };
  const begin = () => {
    const form = find("#screen");
    if (!form || page?.form === form) return;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "sheet", value: name(), autocomplete: "off" }));
    page = { form, saved: written(form), turn: 0, presses: 0, flying: "", kept: "", stopped: false, over: false };
    waiting.clear();
    since = 0;
    clock();
  };
  const changed = () => page && !page.stopped && page.form.isConnected && written(page.form) !== page.saved;

  // What stands around the form gives way, unless somebody is just there: then it does when they have left.
  const isHeld = (part) => {
    const marked = getSelection();
    return part.contains(document.activeElement) || (!marked.isCollapsed && marked.containsNode(part, true));
  };
  // The server writes times in UTC; here it is the one on the wall.
  const clock = () => {
    const time = find("#saved time"), at = new Date(time?.dateTime);
    if (at.toDateString() !== new Date().toDateString()) return;
    time.textContent = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  };
  const follow = () => {
    if (!waiting.size) return;
    for (const [id, part] of waiting) {
      const old = document.getElementById(id);
      if (old && isHeld(old)) continue;
      waiting.delete(id);
      if (!old || old.isEqualNode(part)) continue;
      const scrolled = find("pre", old)?.scrollTop;
      old.replaceWith(part);
      if (scrolled) find("pre", part).scrollTop = scrolled;
    }
    clock();
    refresh();
  };
  const line = (words) => {
    find("#saved").textContent = words;
    waiting.delete("saved");
  };

  // Spoken in a pause, never over what somebody is just being told, and the same words once.
  const speak = () => {
    const words = find("#saved").textContent.trim();
    const { text, tone, ago } = told();
    const isMine = text === spoken;
    if (words === spoken || since || tone) return;
    if (ago < HUSH && !isMine) return void setTimeout(speak, HUSH - ago);
    spoken = words;
    say(words);
  };

  // Trouble is told once, in the line and not over the buttons: one of them may be what helps.
  const tell = (words) => {
    line(words);
    if (spoken !== words) say(words);
    spoken = words;
  };
  const again = () => {
    wait = Math.min(wait * 2 || FIRST_WAIT, LONGEST_WAIT);
    notBefore = Date.now() + wait;
    later();
  };

  const done = async (answer, typed) => {
    const parts = new DOMParser().parseFromString(await answer.text(), "text/html").body.children;
    page.saved = typed;
    wait = notBefore = 0;
    for (const part of [...parts]) waiting.set(part.id, document.adoptNode(part));
    find("#signed-out-told")?.remove();
    follow();
    speak();
  };
  const refused = async (answer) => {
    if (answer.status === 401) {
      line("Not saved yet");
      signedOut({ calmly: true });
      again();
    } else if (answer.status === 409) {
      page.stopped = true;
      tell(await answer.text());
    } else if (answer.status >= 500 || answer.status === 429) {
      lost();
    } else if (answer.status === 422) {
      tell(await answer.text());
      page.saved = page.flying;
    } else {
      // What is wrong with it, a button tells: it gets the page that says so.
      tell("This screen cannot be saved while you type. Press Continue to see why.");
      page.saved = page.flying;
    }
  };
  const lost = () => {
    tell(TRYING);
    again();
  };

  const send = async (body, options) => {
    const request = () => fetch(page.form.getAttribute("action"), {
      method: "POST",
      headers: { ...headers(), "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" },
      body,
      ...options,
    });
    const answer = await request();
    if (!answer.headers.has("Stale-Form")) return answer;
    await freshToken();
    return request();
  };

  const save = async (leaving = false) => {
    clearTimeout(timer);
    const typed = changed() ? written(page.form) : "";
    if (!typed || "busy" in page.form.dataset || typed === page.kept) return void (since = typed ? since : 0);
    if (catching || (page.flying && !leaving)) return;
    const { presses } = page, mine = page;
    const body = `${typed}&action=autosave&turn=${(page.turn += 1)}`;
    const keepalive = leaving && body.length < LAST_WORDS;
    since = 0;
    page.flying = typed;
    page.flight = new AbortController();
    if (keepalive) page.kept = typed;
    // Where a button was pressed meanwhile, its own answer counts.
    const counts = () => page === mine && mine.presses === presses;
    try {
      const answer = await send(body, { keepalive, signal: AbortSignal.any([mine.flight.signal, AbortSignal.timeout(PATIENCE)]) });
      if (counts()) await (answer.ok ? done(answer, typed) : refused(answer));
    } catch {
      if (counts()) lost();
    }
    mine.flying = mine.kept = "";
    if (changed()) later();
  };

  const later = () => {
    if (!changed()) return;
    const now = Date.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + BOUND - now), notBefore - now));
  };
  const soon = () => {
    notBefore = 0;
    save();
  };

  for (const kind of ["input", "change", "compositionend"]) {
    on(kind, ({ target }) => { if (page && target.form === page.form) later(); });
  }
  on("focusin", follow);
  // A page that is left says its last words before the next one is asked for, which may still be the faster one. So a page
  // of the same draft looks once more: where its own controls are as they were, it counts as made from the later version.
  const draft = () => location.pathname.split("/").slice(0, 3).join("/");
  const leave = () => {
    if (!changed() || "busy" in page.form.dataset) return;
    sessionStorage.setItem("left", draft());
    save(true);
  };
  const apart = (words) => words.replace(/(^|&)(version|sheet)=[^&]*/g, "");
  const catchUp = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const fresh = find("#screen", new DOMParser().parseFromString(await answer.text(), "text/html"));
    const version = find("[name=version]", page.form), known = find("[name=version]", fresh).value;
    if (known === version.value) return false;
    if (apart(written(fresh)) === apart(page.saved)) {
      version.value = known;
      page.saved = page.saved.replace(/(^|&)version=[^&]*/, `$1version=${known}`);
    } else if (!changed()) {
      location.reload();
    }
    return true;
  };
  // A button that is pressed meanwhile waits: nobody is too late against what they typed before.
  let catching = false, held = null;
  const catchingUp = async () => {
    for (const pause of LOOKS) {
      await new Promise((go) => { setTimeout(go, pause); });
      catching = true;
      const found = await catchUp().catch(() => false);
      catching = false;
      if (held) press(page.form, held.name, held.value);
      if (held || found) break;
    }
    held = null;
    later();
  };
  addEventListener("submit", (event) => {
    if (!catching || event.target !== page.form) return;
    held = { name: event.submitter?.name ?? "", value: event.submitter?.value ?? "" };
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  on("visibilitychange", () => (document.visibilityState === "hidden" ? save(true) : soon()));
  addEventListener("beforeunload", leave);
  addEventListener("pagehide", leave);
  addEventListener("online", soon);
  addEventListener("focus", soon);

  // A button sends all that is on the page, and what it makes of it is stored: until its answer comes nothing else is sent.
  let pressed = "";
  on("submit", (event) => {
    if (event.target !== page?.form) return;
    page.presses += 1;
    page.flight?.abort();
    pressed = written(page.form);
    if (!event.defaultPrevented) page.saved = pressed;
  });
  on("htmx:afterRequest", (event) => {
    if (event.detail.elt !== page?.form) return;
    // Of an answer that leads to another page htmx does not say whether it was successful.
    const { xhr } = event.detail;
    if (xhr.status >= 200 && xhr.status < 400) Object.assign(page, { saved: pressed, over: true });
    else later();
  });
  on("htmx:afterSwap", begin);
  // Who comes back to a page that a button has left finds it as it was then, and not as the draft is now.
  addEventListener("pageshow", (event) => { if (event.persisted && page?.over) location.reload(); });
  begin();
  if (page && sessionStorage.getItem("left") === draft()) catchingUp();
  sessionStorage.removeItem("left");
})();
