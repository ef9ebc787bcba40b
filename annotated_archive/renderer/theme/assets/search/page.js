// The page of the search: what was typed, filters and order stand in its address, so that it can be shared.

import { FACETS, facets, load, named, search } from "./engine.js"
import { nearest } from "./nearest.js"
import { direct, element, languageName, quoted, result, speaker } from "./view.js"

const AT_ONCE = 10
const WAIT = 250
const ORDERS = ["relevance", "newest", "oldest"]
const MOST_VALUES = 300
const TITLE = document.title

const page = document.querySelector(".search-page")
const part = (name) => page.querySelector(`.search-${name}`)
const form = part("form")
const input = form.querySelector("input")
const [status, tools, list, more, near, persons, indexes] = ["status", "tools", "results", "more", "nearest", "direct", "indexes"].map(part)

let say = (key) => key
let turn = 0
let found = null
let waiting = 0

// What the address says, and the other way round.
function asked() {
  const given = new URLSearchParams(location.search)
  const filters = Object.fromEntries(FACETS.filter((name) => given.get(name)).map((name) => [name, given.get(name)]))
  const sort = ORDERS.includes(given.get("sort")) ? given.get("sort") : "relevance"
  return { typed: given.get("q") ?? "", filters, sort }
}

function address({ typed, filters, sort }) {
  const given = new URLSearchParams()
  if (typed) given.set("q", typed)
  for (const name of FACETS) if (filters[name]) given.set(name, filters[name])
  if (sort !== "relevance") given.set("sort", sort)
  return `${location.pathname}${given.size ? `?${given}` : ""}`
}

function go(changed, keep = false) {
  const next = address({ ...asked(), ...changed })
  if (next === location.pathname + location.search) return
  history[keep ? "replaceState" : "pushState"](null, "", next)
  show()
}

async function show() {
  const mine = ++turn
  const { typed, filters, sort } = asked()
  if (input.value.trim() !== typed) input.value = typed
  const filtered = Object.keys(filters).length > 0
  if (!typed.trim() && !filtered) return empty()
  page.setAttribute("aria-busy", "true")
  try {
    const { words } = await load()
    say = speaker(words)
    const all = tools.querySelector("details")?.open || filtered ? await facets() : null
    const [results, people] = await Promise.all([
      search(typed, { filters, sort }),
      filtered || sort !== "relevance" ? [] : named(typed),
    ])
    const hits = await results.next(AT_ONCE)
    const count = await results.count()
    if (mine !== turn) return
    found = results
    const places = new Set(people.map((data) => data.url))
    list.replaceChildren(...hits.filter(({ data }) => !places.has(data.url)).map((hit) => result(hit, say)))
    persons.replaceChildren(...(people.length ? [element("p", {}, say("direct")), ...people.map((data) => direct(data, say))] : []))
    persons.hidden = !people.length
    report(typed, count, filtered)
    indexes.hidden = count.number > 0
    offer(all, { filters, sort, filtered })
    tools.hidden = !count.number && !filtered
    await offerNearest(typed, count, mine)
    continuation(count)
  } catch (error) {
    if (mine !== turn) return
    fail(error)
  } finally {
    if (mine === turn) page.removeAttribute("aria-busy")
  }
}

function report(typed, { number, exact }, filtered) {
  const query = quoted(typed)
  if (!number) status.textContent = say(filtered ? "none.filtered" : "none", { query })
  else if (!typed) status.textContent = say("found.all", { n: number })
  else status.textContent = say(exact ? "found" : "found.least", { n: number, query })
  document.title = typed ? `${typed} – ${TITLE}` : TITLE
}

function empty() {
  found = null
  for (const place of [list, persons, near]) place.replaceChildren()
  for (const place of [persons, near, more, tools, indexes]) place.hidden = true
  status.textContent = ""
}

function fail(error) {
  empty()
  indexes.hidden = false
  status.textContent = page.dataset.failed
  console.warn(error)
}

function continuation({ number }) {
  more.textContent = say("more")
  more.hidden = !(found && found.shown < number)
}

async function offerNearest(typed, { number }, mine) {
  near.replaceChildren()
  near.hidden = true
  if (number || !typed) return
  const words = (found.lacking ?? found.query.words.map((word) => word.text)).filter((word) => !/[\s\d]/.test(word))
  const offers = []
  for (const word of words.slice(0, 3)) {
    for (const other of await nearest(word)) offers.push(typed.replace(word, other))
  }
  if (mine !== turn || !offers.length) return
  const links = [...new Set(offers)].map((offer) => element("a", { href: address({ typed: offer, filters: {}, sort: "relevance" }) }, offer))
  near.replaceChildren(element("p", {}, say("nearest")), ...links)
  near.hidden = false
}

// Filters and order

function name(facet, value) {
  if (facet === "kind") return say(`kind.${value}`)
  if (facet === "language") return languageName(value)
  if (facet === "year" && value === "undated") return say("undated")
  return value
}

function offer(all, { filters, sort, filtered }) {
  const order = element("select", { id: "search-sort" }, ...ORDERS.map((key) => element("option", { value: key }, say(`sort.${key}`))))
  order.value = sort
  order.addEventListener("change", () => go({ sort: order.value }))
  const sorting = element("label", { class: "search-order" }, `${say("sort")} `, order)
  const details = element("details", { class: "search-filters" }, element("summary", {}, say("filters")))
  const fields = element("div", { class: "search-facets" })
  details.append(fields)
  if (all) fill(fields, all, filters)
  details.open = Boolean(all)
  details.addEventListener("toggle", async () => {
    if (!details.open || fields.childElementCount) return
    const values = await facets()
    await found?.recount()
    fill(fields, values, filters)
  })
  const focused = document.activeElement?.id
  tools.replaceChildren(details, sorting)
  if (filtered) {
    const clear = element("button", { type: "button", class: "search-clear" }, say("filters.clear"))
    clear.addEventListener("click", () => {
      go({ filters: {} })
      input.focus()
    })
    fields.append(clear)
  }
  if (focused) document.getElementById(focused)?.focus()
}

function fill(fields, all, filters) {
  const counts = found?.counts
  const made = FACETS.filter((facet) => Object.keys(all[facet] ?? {}).length > 1 || filters[facet]).map((facet) => {
    const known = Object.entries(all[facet] ?? {}).map(([value, total]) => ({ value, total, n: filters[facet] ? null : counts?.[facet]?.[value] ?? (counts ? 0 : null) }))
    const there = known.filter(({ value, n }) => n !== 0 || value === filters[facet])
    there.sort((a, b) => (facet === "year" ? b.value.localeCompare(a.value) : (b.n ?? b.total) - (a.n ?? a.total) || a.value.localeCompare(b.value)))
    const select = element("select", { id: `search-${facet}` }, element("option", { value: "" }, say("filter.any")))
    for (const { value, n } of there.slice(0, MOST_VALUES)) {
      select.append(element("option", { value }, n === null ? name(facet, value) : `${name(facet, value)} (${n})`))
    }
    select.value = filters[facet] ?? ""
    select.addEventListener("change", () => go({ filters: { ...asked().filters, [facet]: select.value || undefined } }))
    return element("label", {}, `${say(`filter.${facet}`)} `, select)
  })
  fields.prepend(...made)
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  clearTimeout(waiting)
  go({ typed: input.value.trim() })
})
// While one types the address changes with the words, but is no step back.
input.addEventListener("input", () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => go({ typed: input.value.trim() }, true), WAIT)
})
more.addEventListener("click", async () => {
  const before = list.childElementCount
  const hits = await found.next(AT_ONCE)
  list.append(...hits.map((hit) => result(hit, say)))
  list.children[before]?.querySelector("a").focus()
  continuation(await found.count())
})
page.addEventListener("keydown", (event) => {
  const links = [...page.querySelectorAll(".search-named, .search-title")]
  const at = links.indexOf(document.activeElement)
  if (event.target.matches("select, option, button, summary")) return
  if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus()
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus()
  else if (event.key === "Escape") input.focus()
  else return
  event.preventDefault()
})
addEventListener("popstate", show)
if (!location.hash) input.focus({ preventScroll: true })
show()
