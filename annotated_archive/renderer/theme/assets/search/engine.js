// The search itself: one Pagefind a language, each with its own stemming, asked together.

import { Matcher } from "./matching.js"
import { forms, tokens } from "./words.js"
import { parse, ways } from "./query.js"

export const FACETS = ["kind", "outlet", "year", "person", "language", "tag"]
const WEIGHTS = { title: 5, kicker: 3, near: 3, outlet: 3, names: 1, author: 1, date: 1, also: 0.6, label: 0.5 }
// What is no article comes behind those that say the same: its pages are short, and Pagefind prefers such.
const OTHERS = { any: ["person", "outlet", "essay", "page"] }
const BEHIND = 0.25
// So many pages in a row without what was looked for: Pagefind does not know the words.
const PATIENCE = 24
const AT_ONCE = 10
// So many are looked at to say how many there are; beyond it is "at least".
const COUNTED = 60
const DAY = /q7s(\d+)/

const base = new URL(document.querySelector("[data-base]")?.dataset.base ?? ".", document.baseURI)
let ready = null

// The words of the interface and the indexes; rejects where there is no index (yet).
export function load() {
  ready ??= start().catch((error) => {
    ready = null
    throw error
  })
  return ready
}

async function start() {
  const folder = new URL("pagefind/", base)
  const answer = await fetch(new URL("search.json", folder), { cache: "no-cache" })
  if (!answer.ok) throw new Error("no index")
  const { languages, words } = await answer.json()
  const indexes = await Promise.all(
    languages.map(async (language) => {
      // A module has one program for stemming. What stands behind # makes another module of the same file, loaded once.
      const pagefind = await import(new URL(`pagefind.js#${language}`, folder).href)
      await pagefind.options({ basePath: new URL(`${language}/`, folder).href, noWorker: true, excerptLength: 5, ranking: { metaWeights: WEIGHTS } })
      await pagefind.init()
      return { language, pagefind }
    }),
  )
  return { indexes, words, folder }
}

// How often each value of each filter occurs, over all languages.
export async function facets() {
  const { indexes } = await load()
  return merged(await Promise.all(indexes.map(({ pagefind }) => pagefind.filters())))
}

function merged(all) {
  const counts = {}
  for (const one of all) for (const [name, values] of Object.entries(one)) {
    counts[name] ??= {}
    for (const [value, count] of Object.entries(values)) counts[name][value] = (counts[name][value] ?? 0) + count
  }
  return counts
}

export async function search(typed, { filters = {}, sort = "relevance" } = {}) {
  const { indexes } = await load()
  const query = parse(typed)
  const wanted = Object.fromEntries(FACETS.filter((name) => filters[name]).map((name) => [name, filters[name]]))
  const options = { filters: wanted, sort: sort === "relevance" ? {} : { date: sort === "newest" ? "desc" : "asc" } }
  const asked = query.typed ? ways(query) : [{ ask: null, words: [], exact: [], phrases: [], keys: [], short: [] }]
  const answer = (way) =>
    Promise.all(indexes.flatMap((index) => shares(wanted).map((share) => ask(index, way, options, share))))
  const found = new Results(query, wanted, sort, asked, answer)
  await found.fill()
  return found
}

// Articles and all else are asked for apart, unless the reader wants one of them only.
function shares({ kind }) {
  if (kind) return [{ only: {}, factor: 1 }]
  return [{ only: { not: { apart: OTHERS } }, factor: 1 }, { only: { apart: OTHERS }, factor: BEHIND }]
}

async function ask({ language, pagefind }, way, options, { only, factor }) {
  const answer = await pagefind.search(way.ask, { ...options, filters: { ...options.filters, ...only } })
  const results = answer.results.map((result) => ({ result, worth: result.score * factor }))
  return { ...answer, language, results }
}

class Results {
  constructor(query, filters, sort, ways, answer) {
    Object.assign(this, { query, filters, sort, ways, answer })
    this.queues = []
    this.asked = 0
    this.waiting = []
    this.seen = new Set()
    this.shown = 0
    this.missed = 0
    this.lacking = null // what every page that was looked at lacks
    this.counts = null
  }

  add(way, answers) {
    // A word is rarer in a small index: the best page of each language is worth the same.
    const best = {}
    for (const { language, results } of answers) best[language] = Math.max(best[language] ?? 0, ...results.slice(0, 1).map((one) => one.worth))
    const lists = answers.map(({ results, language }) =>
      results.map(({ result, worth }) => ({ result, way, worth: worth / (best[language] || 1), key: `${language} ${result.id}` })),
    )
    const queue = this.sort === "relevance" ? [lists.flat().sort((a, b) => b.worth - a.worth)] : lists
    this.queues.push({ lists: queue, at: queue.map(() => 0), misses: 0, checked: 0 })
    this.countValues(way, answers)
  }

  // Counts are those of one question; where several are asked, they would not add up.
  countValues(way, answers) {
    this.counts = this.asked === 1 && !way.phrases.length ? merged(answers.map((answer) => answer.filters)) : null
  }

  // Pagefind counts the values of filters that were loaded when it was asked.
  async recount() {
    if (this.counts) this.countValues(this.ways[0], await this.answer(this.ways[0]))
  }

  // How many are left at most.
  get left() {
    return this.queues.reduce((sum, { lists, at }) => sum + lists.reduce((n, list, i) => n + list.length - at[i], 0), 0)
  }

  // The next pages, `most` of them.
  async next(most) {
    while (this.waiting.length < most && !this.done) await this.fill()
    const hits = this.waiting.splice(0, most)
    this.shown += hits.length
    return hits
  }

  get done() {
    return !this.queues.length && this.asked === this.ways.length
  }

  // Look at a few more pages; ask in the next way where there are none.
  async fill() {
    if (!this.queues.length) {
      const way = this.ways[this.asked++]
      if (way && !(way.otherwise && this.seen.size)) this.add(way, await this.answer(way))
      return
    }
    const queue = this.queues[0]
    const batch = await this.take(queue)
    if (!batch.length) return void this.queues.shift()
    const fitting = []
    for (const { way, key, data } of batch) {
      if (this.seen.has(key) || !data) continue
      const matcher = new Matcher(way, data)
      const missing = matcher.missing()
      if (missing.length || !this.fits(data)) {
        this.missed++
        if (!queue.checked) queue.misses++
        if (missing.length) this.lacking = this.lacking ? this.lacking.filter((word) => missing.includes(word)) : missing
        continue
      }
      queue.checked++
      this.seen.add(key)
      fitting.push({ data, matcher })
    }
    // Within a batch the order of worth is that of the parts: a headline before a paragraph before a note.
    if (this.sort === "relevance") fitting.sort((a, b) => b.matcher.worth - a.matcher.worth)
    this.waiting.push(...fitting)
    if (!queue.checked && queue.misses >= PATIENCE && !queue.lists[0][0]?.way.phrases.length) this.queues.shift()
  }

  fits(data) {
    return Object.entries(this.filters).every(([name, value]) => data.filters[name]?.includes(value))
  }

  // The next few of a queue: by relevance those in front, by date the first of each language in turn.
  async take(queue) {
    const { lists, at } = queue
    if (lists.length === 1) {
      const batch = lists[0].slice(at[0], at[0] + AT_ONCE)
      at[0] += batch.length
      return Promise.all(batch.map(async (item) => ({ ...item, data: await item.result.data() })))
    }
    const batch = []
    while (batch.length < AT_ONCE) {
      const heads = await Promise.all(
        lists.map(async (list, i) => (at[i] < list.length ? { i, ...list[at[i]], data: await list[at[i]].result.data() } : null)),
      )
      const there = heads.filter(Boolean)
      if (!there.length) break
      const day = ({ data }) => Number(DAY.exec(data.meta.day ?? "")?.[1] ?? 0)
      there.sort((a, b) => (this.sort === "newest" ? day(b) - day(a) : day(a) - day(b)))
      batch.push(there[0])
      at[there[0].i]++
    }
    return batch
  }

  // How many there are, and whether that is all. A phrase, and words that Pagefind may not know, are known to be on a
  // page when it was looked at; all are where there are few.
  async count() {
    const unsure = () => this.missed || this.queues[0]?.lists[0][0]?.way.phrases.length
    while (!this.done && (!this.queues.length || unsure()) && this.seen.size + this.left <= COUNTED) await this.fill()
    return { number: this.seen.size + (unsure() ? 0 : this.left), exact: this.done || !unsure() }
  }
}

// Pages of the people and outlets that the words name, for a line above the results.
export async function named(typed) {
  const { indexes } = await load()
  const query = parse(typed)
  if (!query.words.length || query.words.length > 4 || query.phrases.length || query.days.length) return []
  const ask = query.words.map((word) => word.text).join(" ")
  const answers = await Promise.all(
    indexes.map(({ pagefind }) => pagefind.search(ask, { filters: { apart: { any: ["person", "outlet"] } } })),
  )
  const results = answers.flatMap((answer) => answer.results).sort((a, b) => b.score - a.score).slice(0, 8)
  const found = []
  for (const data of await Promise.all(results.map((result) => result.data()))) {
    const names = new Set(tokens([data.meta.label, data.meta.names, data.meta.outlet].filter(Boolean).join(" ")).flatMap((token) => forms(token.text)))
    if (query.words.every((word) => forms(word.text).some((form) => names.has(form)))) found.push(data)
  }
  return found.slice(0, 3)
}
