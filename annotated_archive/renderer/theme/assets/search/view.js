// Results as elements: title, what it is, outlet and date, and the passages, each with a link to its paragraph.

import { blocks } from "./matching.js"

const PASSAGES = 3
const AROUND = 110 // characters before the first marked word of a passage
const AROUND_BRIEF = 30 // where a passage has two lines only
const LENGTH = 280
const MOST_MARKED = 12
const WORTH = { lead: 3, subhead: 2, body: 2, beside: 1, note: 1 }

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

// The words of the interface: plural forms and `{name}`.
export function speaker(words) {
  const language = document.documentElement.lang
  const plural = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  return (key, values = {}) => {
    const wording = words[key] ?? key
    const text = typeof wording === "string" ? wording : wording[plural.select(values.n ?? 0)] ?? wording.other
    return text.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? number.format(values.n) : values[name]))
  }
}

export function quoted(text) {
  return /["“”„«»]/.test(text) ? text : { de: `„${text}“`, fr: `«\u00a0${text}\u00a0»` }[document.documentElement.lang] ?? `“${text}”`
}

function marked(text, marks) {
  const pieces = []
  let at = 0
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start), element("mark", {}, text.slice(start, end)))
    at = end
  }
  return [...pieces, text.slice(at)]
}

// The passages of a page that have most of what was looked for, in the page's order.
export function passages(hit) {
  const found = blocks(hit.data)
    .filter((block) => WORTH[block.part] || (block.part === "foot" && hit.data.filters.kind?.[0] !== "article"))
    .map((block) => ({ ...block, marks: hit.matcher.marks(block.text) }))
    .map((block) => ({ ...block, worth: new Set(block.marks.flatMap((m) => m[2].map(Math.floor))).size * 10 + (WORTH[block.part] ?? 1) + Math.min(block.marks.length, 5) / 5 }))
  const having = found.filter((block) => block.marks.length)
  const best = having.sort((a, b) => b.worth - a.worth).slice(0, PASSAGES).sort((a, b) => a.number - b.number)
  return best.length ? best : found.slice(0, 1)
}

function cut({ text, marks }, around) {
  const first = marks[0]?.[0] ?? 0
  let start = Math.max(0, first - around)
  if (start) start = text.indexOf(" ", start) + 1 || start
  if (first && !start) start = 0
  let end = Math.min(text.length, start + LENGTH)
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), marks[0]?.[1] ?? 0)
  const inside = marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start])
  return [start ? "… " : "", ...marked(text.slice(start, end), inside), end < text.length ? " …" : ""]
}

// Where a passage is: the paragraph, or where it has no id its first words; and the words to mark there.
function target(url, block, words) {
  const address = new URL(url, location.href)
  if (words.length) address.searchParams.set("h", words.join("|"))
  if (block && !block.id) address.searchParams.set("at", block.text.split(/\s+/).slice(0, 8).join(" "))
  if (block?.id) address.hash = block.id
  return address.href
}

function wordsOf(hit, block) {
  const own = block.marks.map(([from, to]) => block.text.slice(from, to))
  const all = blocks(hit.data).flatMap((one) => (WORTH[one.part] ? hit.matcher.marks(one.text).map(([from, to]) => one.text.slice(from, to)) : []))
  return [...new Set([...own, ...all])].slice(0, MOST_MARKED)
}

export function date(meta, say) {
  return [meta.date ?? null, meta.sure ? ` (${meta.sure.replace(/^q7/, "")})` : null].filter(Boolean).join("")
}

// What a person is known for stands above their name.
function role(data) {
  return data.filters.kind?.[0] === "person" ? blocks(data).find((block) => block.part === "kicker")?.text : null
}

function imprint(data, say) {
  const { meta, filters } = data
  const kind = filters.kind?.[0]
  const parts = [say(`kind.${kind}`)]
  if (kind === "article") parts.push(filters.outlet?.[0], date(meta, say) || say("undated"))
  else parts.push(role(data))
  const language = filters.language?.[0]
  if (kind === "article" && language && language !== document.documentElement.lang.split("-")[0]) parts.push(languageName(language))
  return element("p", { class: "search-imprint" }, parts.filter(Boolean).join(" · "))
}

export function languageName(code) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(code)
  } catch {
    return code
  }
}

// One page found.
export function result(hit, say, brief = false) {
  const { data, matcher } = hit
  const title = data.meta.title ?? data.meta.label
  const found = passages(hit)
  const language = data.filters.language?.[0]
  const first = found[0]
  const words = first ? wordsOf(hit, first) : []
  const link = element("a", { class: "search-title", href: target(data.url, brief ? first : null, words), lang: language }, ...marked(title, matcher.marks(title)))
  const item = element("li", { class: "search-result", "data-kind": data.filters.kind?.[0] })
  if (data.meta.kicker) item.append(element("p", { class: "search-kicker", lang: language }, ...marked(data.meta.kicker, matcher.marks(data.meta.kicker))))
  item.append(link, imprint(data, say))
  for (const block of brief ? found.slice(0, 1) : found) {
    const where = ["note", "beside"].includes(block.part) ? say(`part.${block.part}`) : null
    const passage = element("a", { class: `search-passage part-${block.part}`, href: target(data.url, block, wordsOf(hit, block)), lang: language, tabindex: brief ? "-1" : null })
    if (where) passage.append(element("span", { class: "search-where", lang: document.documentElement.lang }, where), " ")
    passage.append(...cut(block, brief ? AROUND_BRIEF : AROUND))
    item.append(passage)
  }
  return item
}

// A person or an outlet that the words name.
export function direct(data, say) {
  return element("a", { class: "search-named", href: data.url }, data.meta.label, element("span", {}, [say(`kind.${data.filters.kind[0]}`), role(data)].filter(Boolean).join(" · ")))
}
