// Saves each answer as it is given, and says so. Without this script "Save and continue" does it.
const form = document.getElementById("answers");
const line = document.getElementById("save-status");
const waiting = new Set();
const running = new Map();
let signedOut = null;

function say(words) {
  line.textContent = words;
}

function boxOf(id) {
  return form.querySelector(`[data-question="${id}"]`);
}

function partsOf(box) {
  const parts = {};
  for (const part of ["value", "evidence", "rationale", "impact"]) {
    const name = `${box.dataset.question}-${part}`;
    const field = form.elements.namedItem(name);
    parts[part] = field ? field.value : "";
  }
  return parts;
}

function putVersion(box, version) {
  box.dataset.version = version;
  form.elements.namedItem(`${box.dataset.question}-version`).value = version;
}

function token(value) {
  const field = form.elements.namedItem("csrfmiddlewaretoken");
  if (value) {
    for (const each of document.querySelectorAll("[name=csrfmiddlewaretoken]")) each.value = value;
  }
  return field.value;
}

async function send(box) {
  const answer = await fetch(form.dataset.answers, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify({
      question: box.dataset.question,
      version: Number(box.dataset.version),
      answer: partsOf(box),
    }),
  });
  // Somebody signed out is sent elsewhere; a token of before they signed in again is refused.
  if (answer.type === "opaqueredirect" || answer.status === 403) return { signedOut: true };
  return { status: answer.status, said: await answer.json() };
}

function save(id) {
  waiting.add(id);
  const before = running.get(id) || Promise.resolve();
  const now = before.then(() => attempt(id));
  running.set(id, now);
  return now;
}

async function attempt(id) {
  const box = boxOf(id);
  if (!waiting.has(id) || box.dataset.clash) return;
  say("Saving…");
  let got;
  try {
    got = await send(box);
  } catch {
    say("Not saved: there is no connection. What you typed stays here, and is tried again.");
    window.setTimeout(() => save(id), 15000);
    return;
  }
  if (got.signedOut) return tellSignedOut();
  if (got.status === 409) return tellClash(box, got.said);
  if (got.status !== 200) return say(`Not saved. ${got.said.problem || ""}`);
  waiting.delete(id);
  putVersion(box, got.said.version);
  say(`Saved ${got.said.saved}. ${got.said.done}.`);
  if (got.said.more) tellMore();
  if (got.said.unsafe) window.location.assign(got.said.unsafe);
}

function paragraph(words, bold) {
  const made = document.createElement("p");
  made.className = bold ? "govuk-body govuk-!-font-weight-bold" : "govuk-body";
  made.textContent = words;
  return made;
}

function inset(kind) {
  const made = document.createElement("div");
  made.className = `govuk-inset-text ${kind}`;
  made.setAttribute("role", "alert");
  return made;
}

function button(words, done) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary";
  made.textContent = words;
  made.addEventListener("click", done);
  return made;
}

function tellSignedOut() {
  say("Not saved: you have been signed out. What you typed stays here.");
  if (signedOut) return;
  signedOut = inset("signed-out");
  signedOut.append(paragraph("You have been signed out. What you typed is still on this page.", true));
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = form.dataset.signIn;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Sign in in a new tab";
  const text = paragraph("");
  text.append(link, ", come back here, and it is saved.");
  signedOut.append(text, button("Save now", saveAgain));
  form.prepend(signedOut);
  signedOut.scrollIntoView({ block: "center" });
}

async function saveAgain() {
  try {
    const answer = await fetch(form.dataset.answers, { redirect: "manual" });
    if (answer.status !== 200) return say("You are not signed in yet. What you typed stays here.");
    token((await answer.json()).csrf);
  } catch {
    return say("There is no connection. What you typed stays here.");
  }
  if (signedOut) signedOut.remove();
  signedOut = null;
  for (const id of [...waiting]) await save(id);
}

function tellClash(box, said) {
  say("Not saved: somebody else saved another answer. Choose which one stays.");
  box.dataset.clash = "yes";
  const shown = inset("clash");
  shown.append(paragraph(`${said.by} saved another answer, ${said.at}. Yours is in the fields below.`, true));
  for (const [words, text] of said.words) shown.append(paragraph(`${words}: ${text}`));
  const done = (theirs) => {
    delete box.dataset.clash;
    putVersion(box, said.version);
    if (theirs) fill(box, said.answer);
    shown.remove();
    save(box.dataset.question);
    box.focus();
  };
  const group = document.createElement("div");
  group.className = "govuk-button-group";
  group.append(button(`Keep what ${said.by} saved`, () => done(true)), button("Keep mine", () => done(false)));
  shown.append(group);
  box.querySelector("h2").after(shown);
}

function fill(box, parts) {
  for (const [part, text] of Object.entries(parts)) {
    const name = `${box.dataset.question}-${part}`;
    for (const field of box.querySelectorAll(`[name="${name}"]`)) {
      if (field.type === "radio") field.checked = field.value === text;
      else field.value = text;
    }
  }
}

function tellMore() {
  if (document.querySelector(".more-asked")) return;
  const shown = inset("more-asked");
  shown.append(paragraph("Your answer changes which questions are asked. They show when you save and continue."));
  line.before(shown);
}

let pause = 0;
form.addEventListener("change", (event) => {
  const box = event.target.closest("[data-question]");
  if (box && !event.target.name.endsWith("-choice")) save(box.dataset.question);
});
form.addEventListener("input", (event) => {
  const box = event.target.closest("[data-question]");
  if (!box || event.target.tagName !== "TEXTAREA") return;
  waiting.add(box.dataset.question);
  window.clearTimeout(pause);
  pause = window.setTimeout(() => save(box.dataset.question), 3000);
});
form.addEventListener("submit", () => waiting.clear());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && signedOut) saveAgain();
});
window.addEventListener("beforeunload", (event) => {
  if (waiting.size) event.preventDefault();
});
