// The field of every page: results appear below it as one types. `/` leads to it, arrows through them, Escape away.

const fields = [...document.querySelectorAll(".search-form")].map((form) => ({
  form,
  input: form.querySelector("input"),
  drop: form.querySelector(".search-drop"),
  said: form.querySelector(".search-said"),
}))
const WAIT = 180 // milliseconds without a key
const SHORTEST = 2
const SHOWN = 5

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest("input, textarea, select, [contenteditable]")) return
  event.preventDefault()
  const field = fields.find(({ input }) => input.id !== "search-field") ?? fields[0]
  field?.input.focus()
  field?.input.select()
})

for (const { form, input, drop, said } of fields) {
  if (input.id === "search-main") continue
  let waiting = 0
  let turn = 0
  const close = () => {
    turn++
    clearTimeout(waiting)
    drop.hidden = true
    drop.replaceChildren()
    said.textContent = ""
  }

  async function show() {
    const typed = input.value.trim()
    if (typed.length < SHORTEST) return close()
    const mine = ++turn
    const [engine, view] = await Promise.all([import("./engine.js"), import("./view.js")])
    try {
      const { words } = await engine.load()
      const say = view.speaker(words)
      const [found, named] = await Promise.all([engine.search(typed), engine.named(typed)])
      const places = new Set(named.map((data) => data.url))
      const hits = (await found.next(SHOWN)).filter(({ data }) => !places.has(data.url))
      const count = await found.count()
      if (mine !== turn) return
      const query = view.quoted(typed)
      const key = count.number ? (count.exact ? "found" : "found.least") : "none"
      const status = view.element("p", { class: "search-status" }, say(key, { n: count.number, query }))
      said.textContent = status.textContent // a place that was there before, or no screen reader reads it
      const people = named.map((data) => view.direct(data, say))
      const list = view.element("ol", { class: "search-results" }, ...hits.map((hit) => view.result(hit, say, true)))
      const all = view.element("a", { class: "search-all", href: `${form.action}?q=${encodeURIComponent(typed)}` }, say("all"))
      drop.replaceChildren(status, ...people, list, ...(count.number > hits.length || !count.number ? [all] : []))
    } catch (error) {
      if (mine !== turn) return
      drop.replaceChildren(view.element("p", { class: "search-status" }, "…"))
      console.debug(error)
    }
    drop.hidden = false
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, WAIT)
  })
  input.addEventListener("focus", () => import("./engine.js").then((engine) => engine.load()).catch(() => {}))
  form.addEventListener("submit", (event) => {
    if (!input.value.trim()) event.preventDefault()
  })
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close()
  })
  // Safari gives a link no focus when it is clicked: the list must stay for the click.
  drop.addEventListener("pointerdown", (event) => event.preventDefault())
  form.addEventListener("keydown", (event) => {
    const links = [...drop.querySelectorAll("a:not([tabindex='-1'])")]
    const at = links.indexOf(document.activeElement)
    if (event.key === "Escape") {
      if (drop.hidden && event.target === input) input.blur()
      close()
      if (event.target !== input) input.focus()
    } else if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus()
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus()
    else return
    event.preventDefault()
  })
}

if (new URLSearchParams(location.search).has("h")) import("./found.js")
