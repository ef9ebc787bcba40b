// The curator's desk: a saved file with its lines, its facts, and the questions about it.
// Behind `annotated-archive desk` it posts what is chosen. As a page of the local edition it collects the YAML.
import { at, copyButton, desk, make, say, typing } from "./desk-elements.js"
import { fetched, load, queue, served } from "./desk-load.js"
import { filled, parts, yaml } from "./desk-paste.js"

const state = { rows: [], row: 0, article: null, question: 0, chosen: new Map() }

function tell(text, wrong = false) {
  at("said").textContent = text
  at("said").classList.toggle("wrong", wrong)
}

// Going from article to article

async function show(row, question = 0) {
  state.row = row
  // Until the next article is there, no key and no button decides anything of the one that is left.
  state.article = null
  at("question").replaceChildren()
  const told = await load(state.rows[row], state.archive)
  if (state.row !== row) return
  if (!told) return tell(say("lost"), true)
  take(told, question)
}

function take(article, question = 0) {
  state.article = article
  const last = Math.max(0, article.questions.length - 1)
  state.question = question < 0 ? last : Math.min(question, last)
  draw()
}

async function step(by) {
  const next = state.question + by
  if (state.article && next >= 0 && next < state.article.questions.length) {
    state.question = next
    return draw()
  }
  for (let row = state.row + by; row >= 0 && row < state.rows.length; row += by) {
    if (state.rows[row].questions) return show(row, by < 0 ? -1 : 0)
  }
  if (by > 0) tell(state.rows.some(row => row.questions) ? "" : say("done"))
}

// Drawing

function draw() {
  if (!state.article) return
  const { article, rows } = state
  const all = rows.reduce((sum, row) => sum + row.questions, 0)
  const before = rows.slice(0, state.row).reduce((sum, row) => sum + row.questions, 0)
  const questions = article.questions
  at("count").textContent = questions.length
    ? say("count", { n: before + state.question + 1, all })
    : all ? say("none") : say("done")
  at("articles").replaceChildren(...rows.map((row, number) =>
    make("option", { value: number, selected: number === state.row }, `${row.title} · ${row.questions || say("settled")}`)))
  at("file").textContent = article.label ?? ""
  drawQuestion(questions[state.question])
  at("facts").replaceChildren(...(article.facts ?? []).map(drawFact))
  at("lines").replaceChildren(...(article.lines ?? []).map(drawLine))
  document.querySelector(".desk-source").hidden = !article.lines
  at("facts").previousElementSibling.hidden = !article.facts
  drawYaml()
  mark(questions[state.question])
}

function drawQuestion(question) {
  if (!question) return at("question").replaceChildren(make("p", { class: "desk-none" }, say("none")))
  const id = `${state.article.seed}\n${question.id}`
  const choices = question.choices.map((choice, number) => drawChoice(question, choice, number, state.chosen.get(id) === number))
  const why = question.why ? make("p", { class: "desk-note" }, question.why) : null
  const where = question.seed ? null : make("p", { class: "desk-note" }, `${question.file}${question.line ? `:${question.line}` : ""}`)
  const detail = question.detail ? make("p", { class: "desk-note" }, question.detail) : null
  at("question").replaceChildren(make("div", {},
    make("h2", {}, question.label), make("p", { class: "desk-finding" }, question.finding), detail, why, where,
    make("ol", { class: "desk-choices" }, ...choices)))
}

function drawChoice(question, choice, number, chosen) {
  const line = choice.lines ? say("to-line", { line: choice.lines.join("–").replace(/^(\d+)–\1$/, "$1") }) : null
  const chance = choice.chance === null ? null : `${Math.round(choice.chance * 100)} %`
  const about = [chance, line, chosen ? say("chosen") : null].filter(Boolean).join(" · ")
  const key = number < 9 ? make("kbd", {}, String(number + 1)) : null
  const accept = choice.confirms ? make("span", { class: "desk-accept" }, say("accept"), " ", make("kbd", {}, "a")) : null
  const inside = [key, make("span", { class: "desk-value" }, choice.value), accept, make("small", {}, about)]
  if (choice.replaces) {
    const { file, line, old, new: text } = choice.replaces
    return make("li", {}, make("div", { class: "desk-paste" }, make("small", {}, say("by-hand", { file, line })),
      make("del", {}, old), make("ins", {}, text), copyButton(text, number)))
  }
  const pressed = { type: "button", class: "desk-choice", "data-number": number, "aria-pressed": String(chosen) }
  if (!choice.typed) return make("li", {}, make("button", { ...pressed, onclick: () => choose(question, number) }, ...inside))
  const form = typing(choice.value, "", (text, because) => choose(question, number, text, because))
  form.hidden = true
  const open = () => { form.hidden = false; form.querySelector("input").focus() }
  return make("li", {}, make("button", { ...pressed, onclick: open }, ...inside), form)
}

function drawFact(fact) {
  const form = typing(fact.label, fact.value, (text, because) => decide({ field: fact.field, typed: text, because }))
  form.hidden = true
  const open = () => { form.hidden = !form.hidden; if (!form.hidden) form.querySelector("input").focus() }
  const line = fact.line ? make("button", { type: "button", class: "desk-jump", onclick: () => jump(fact.line) }, say("to-line", { line: fact.line })) : null
  return make("div", { class: `desk-fact ${fact.certainty}`, "data-field": fact.field },
    make("b", {}, fact.label), make("span", { class: "desk-value" }, fact.shown || "–"),
    make("small", {}, [fact.word, fact.why].filter(Boolean).join(" · "), line ? " · " : "", line ?? ""),
    make("button", { type: "button", class: "desk-change", onclick: open }, say("change")), form)
}

function drawLine(line) {
  const number = line.first === line.last ? `${line.first}` : `${line.first}–${line.last}`
  const choose = event => decide({ start: line.start, kind: event.target.value })
  const kinds = state.article.kinds.map(([value, label]) => make("option", { value, selected: value === line.kind }, label))
  return make("li", { class: line.fate, "data-first": line.first, "data-last": line.last, "data-start": line.start },
    make("span", { class: "desk-number" }, number),
    make("select", { "aria-label": say("kind", { line: number }), title: line.why, onchange: choose }, ...kinds),
    make("span", { class: "desk-text" }, line.text))
}

function mark(question) {
  const lines = new Set()
  const choices = question?.kind === "parts" ? [] : question?.choices ?? [] // their lines are all that follow
  for (const choice of choices) if (choice.lines) for (let n = choice.lines[0]; n <= choice.lines[1]; n++) lines.add(n)
  if (question?.line) lines.add(question.line)
  let first = null
  for (const item of at("lines").children) {
    const [from, to] = [Number(item.dataset.first), Number(item.dataset.last)]
    const is = [...lines].some(line => from <= line && line <= to)
    item.classList.toggle("asked", is)
    if (from <= question?.line && question.line <= to) first ??= item
    else if (is) first ??= item
  }
  if (first) at("lines").scrollTop = first.offsetTop - at("lines").offsetTop - 60
}

function jump(line) {
  const item = [...at("lines").children].find(one => Number(one.dataset.first) <= line && line <= Number(one.dataset.last))
  item?.scrollIntoView({ block: "center" })
  item?.querySelector("select").focus({ preventScroll: true })
}

// Deciding

async function choose(question, number, typed = "", because = "") {
  if (question.choices[number].replaces) return
  if (question.choices[number].typed && !typed) return tell(say("needs-text"), true)
  await decide({ question: question.id, choice: number, typed, because })
}

function accept(question) {
  if (!state.article) return
  const number = question?.choices.findIndex(choice => choice.confirms) ?? -1
  if (number < 0) return tell(question ? say("confirm-first") : say("none"), true)
  choose(question, number)
}

async function decide(decision) {
  if (!state.article) return
  if (!served) return collect(decision)
  const { seed, versions } = state.article
  await posted({ seed, versions, ...decision })
}

async function posted(decision) {
  const body = JSON.stringify(decision)
  const told = await fetched("choose", { method: "POST", headers: { "Content-Type": "application/json" }, body })
  if (!told) return tell(say("lost"), true)
  if (told.rows) state.rows = told.rows
  const row = state.rows.findIndex(one => one.seed === told.article?.seed)
  if (row >= 0) state.row = row
  const before = state.question
  if (told.article) take(told.article, before)
  // The next question has the place of the one that is settled; one that stays open is left behind.
  const still = state.article.questions[before]
  if (!told.error && decision.question !== undefined && (!still || still.id === decision.question)) await step(1)
  tell(told.error ?? told.said, Boolean(told.error))
}

async function undo() {
  if (!state.article) return
  if (served) return posted({ undo: true, seed: state.article.seed })
  const last = collected.pop()
  if (last?.id) state.chosen.delete(last.id)
  tell(last ? say("undone", { files: [...new Set(last.edits.map(edit => edit.file))].join(", ") }) : say("nothing-to-undo"))
  draw()
}

// Collecting what to paste, where nobody writes it

const collected = []

function collect(decision) {
  const { seed, file, sha256, questions, lines } = state.article
  let edits
  let id = null
  if (decision.question !== undefined) {
    const question = questions.find(one => one.id === decision.question)
    id = `${seed}\n${question.id}`
    edits = question.choices[decision.choice].edits.map(edit => filled(edit, decision))
    state.chosen.set(id, decision.choice)
  } else if (decision.kind) {
    const line = lines.find(one => one.start === decision.start)
    const value = line.quote === null ? decision.kind : { quote: line.quote, kind: decision.kind }
    id = `${seed}\nline ${line.start}`
    edits = [{ file, path: ["sha256"], value: sha256 }, { file, path: ["lines", line.key], value }]
  } else {
    const fact = state.article.facts.find(one => one.field === decision.field)
    const value = fact.several ? parts(decision.typed) : decision.typed
    id = `${seed}\nfield ${fact.field}`
    edits = [{ file, path: [fact.field], value }, { file, path: ["because", fact.field], value: decision.because || desk.dataset.reason }]
  }
  const again = collected.findIndex(one => one.id === id)
  if (again >= 0) collected.splice(again, 1)
  collected.push({ id, edits })
  tell("")
  if (decision.question !== undefined) return step(1).then(draw)
  draw()
}

function drawYaml() {
  at("yaml").hidden = served
  const files = new Map()
  for (const { edits } of collected) for (const edit of edits) files.set(edit.file, [...(files.get(edit.file) ?? []), edit])
  at("snippets").replaceChildren(...[...files].map(([file, edits]) => {
    const text = `# ${file}\n${yaml(file, edits, say)}`
    return make("div", { class: "desk-snippet" }, make("pre", { tabindex: 0 }, text), copyButton(text))
  }))
  at("clear").hidden = !collected.length
}

// Keys

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const { target, key } = event
  if (target.closest("input, select, textarea")) {
    if (key === "Escape") target.blur()
    return
  }
  // The whole page may be searched and steered by keys of the theme: those of the desk go first.
  const question = state.article?.questions[state.question]
  const pressed = target.closest("button, a, summary, [contenteditable]")
  const action = { n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), a: () => accept(question), u: undo, "?": help }[key]
  if (action) action()
  else if (key === "Enter" && !pressed && (target === document.body || desk.contains(target))) accept(question)
  else if (/^[1-9]$/.test(key)) document.querySelector(`#desk-question [data-number="${key - 1}"]`)?.click()
  else if (key === "Escape") at("keys").hidden = true
  else return
  event.preventDefault()
  event.stopImmediatePropagation()
}

function help() {
  at("keys").hidden = !at("keys").hidden
  at("help").setAttribute("aria-expanded", String(!at("keys").hidden))
}

// Beginning: where a link leads to an article and a field, there; else at the first question.

async function begin() {
  if (!document.body.dataset.mdColorScheme) {
    const dark = matchMedia("(prefers-color-scheme: dark)")
    const paint = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default")
    dark.addEventListener("change", paint)
    paint()
  }
  const told = await queue()
  if (!told) return tell(say("lost"), true)
  state.rows = told.articles
  state.archive = told.archive
  for (const hidden of desk.querySelectorAll(".desk-bar, .desk-columns")) hidden.hidden = false
  const wanted = new URLSearchParams(location.search)
  const row = state.rows.findIndex(one => one.path === wanted.get("article"))
  if (!state.rows.length) return tell(say("done"))
  await show(Math.max(0, row))
  const field = wanted.get("field")
  if (row >= 0 && field) open(field)
}

function open(field) {
  const asked = state.article.questions.findIndex(one => one.kind === field)
  if (asked >= 0) {
    state.question = asked
    return draw()
  }
  const fact = at("facts").querySelector(`[data-field="${CSS.escape(field)}"]`)
  fact?.scrollIntoView({ block: "center" })
  fact?.querySelector(".desk-change").click()
}

window.addEventListener("keydown", keys, true)
at("next").addEventListener("click", () => step(1))
at("previous").addEventListener("click", () => step(-1))
at("undo").addEventListener("click", undo)
at("help").addEventListener("click", help)
at("clear").addEventListener("click", () => { collected.length = 0; state.chosen.clear(); draw() })
at("articles").addEventListener("change", event => show(Number(event.target.value)))
begin()
