// A found page and a way of looking → whether it has what was looked for, and which words of a text to mark.
// Pagefind falls back to a word's first letters where it knows no such word; what it found so is told apart here.

import { base, fold, forms, means, sequence, tokens } from "./words.js"

const SEARCHED = ["title", "label", "kicker", "date", "author", "outlet", "also", "near", "names"]

// The blocks of a page: what each is, where a link leads, its text.
export function blocks(data) {
  return data.anchors
    .map(({ id, text }) => {
      const [, part, number, anchor] = /^(\w+):(\d+):(.*)$/.exec(id) ?? []
      return { part, number: Number(number), id: anchor, text: text.trim() }
    })
    .filter((block) => block.part)
}

// What a hit in each part is worth, and what pages are that are no articles.
const PARTS = { title: 9, kicker: 7, lead: 4, subhead: 3, body: 2, beside: 1.5, note: 1.5, foot: 1.5 }
const BEHIND = 0.15
// Another spelling, and a part of a compound, are worth less than the word as it was typed.
const SPELT = 0.25
const INSIDE = 0.5
const TOGETHER = 2

export class Matcher {
  constructor(way, data) {
    this.way = way
    this.hidden = fold([data.meta.also, data.meta.near].filter(Boolean).join(" ")).split(" ")
    const groups = (data.meta.names ?? "").split(" | ").map((group) => group.split(" "))
    // Each word looked for, with the other spellings of the names that it may be.
    this.wanted = way.words.map((word) => {
      const same = groups.filter((group) => group.some((name) => means(fold(name), word.folded)))
      return { ...word, others: same.flat().map(fold), inside: word.folded.length > 3 && this.hidden.some((w) => means(w, word.folded)) }
    })
    this.exact = way.exact.map((word) => word.folded)
    this.phrases = way.phrases.map(sequence)
    this.data = data
  }

  // What is missing: the words and phrases that this page does not have, as typed.
  missing() {
    const { data, way } = this
    const texts = [...blocks(data).map((block) => block.text), ...SEARCHED.map((name) => data.meta[name] ?? "")]
    const words = new Set(texts.flatMap((text) => tokens(text).flatMap((token) => forms(token.text))))
    const all = [...words]
    const lacking = this.wanted.filter((word) => !all.some((w) => forms(word.text).some((form) => means(w, form))))
    const lackingParts = lacking.filter((word) => {
      const parts = forms(word.text).slice(2)
      return !parts.length || !parts.every((part) => all.some((w) => means(w, part)))
    })
    const sequences = texts.map(sequence)
    return [
      ...lackingParts.map((word) => word.text),
      ...way.exact.filter((word) => !words.has(word.folded)).map((word) => word.text),
      ...this.way.phrases.filter((_, i) => !sequences.some((text) => text.includes(this.phrases[i]))),
      ...way.keys.filter((key) => !this.hidden.some((word) => word.startsWith(fold(key)))),
    ]
  }

  // For each of what was looked for the best part that has it, together; more places count a little, and one that has
  // all of it counts like a better part.
  get worth() {
    const best = new Map()
    const looked = this.wanted.length + this.phrases.length
    let places = 0
    let together = 0
    for (const { part, text } of [...blocks(this.data), { part: "title", text: this.data.meta.outlet ?? "" }]) {
      const here = new Set()
      for (const [, , all] of this.marks(text)) {
        places++
        for (const which of all) {
          const word = Math.floor(which)
          here.add(word)
          best.set(word, Math.max(best.get(word) ?? 0, (PARTS[part] ?? 1) * (1 - (which - word) / 2)))
        }
      }
      if (here.size > 1 && here.size >= looked) together = TOGETHER
    }
    const sum = [...best.values()].reduce((a, b) => a + b, 0) || 1
    return (sum + together + Math.min(places, 9) / 10) * (this.data.filters.kind?.[0] === "article" ? 1 : BEHIND)
  }

  // Which of the words looked for a token of a text is, with SPELT or INSIDE where it is not quite; "Ukraine-Krise" may
  // be two of them.
  which(token) {
    const all = forms(token)
    const parts = token.split(/[-‐‑]/)
    const found = []
    for (const [i, word] of this.wanted.entries()) {
      if (forms(word.text).some((form) => all.some((w) => means(w, form)))) found.push(i)
      else if (word.others.some((name) => all.includes(name))) found.push(i + SPELT)
      else if (word.inside && all.some((w) => w.lastIndexOf(base(word.folded)) > 0)) found.push(i + INSIDE)
    }
    for (const [i, word] of this.exact.entries()) if (all.includes(word)) found.push(this.wanted.length + i)
    for (const [i, word] of this.way.short.entries()) if (parts.includes(word.toUpperCase())) found.push(100 + i)
    return found
  }

  // The places to mark in a text: [start, end, which of the words], in order.
  marks(text) {
    const found = tokens(text)
    const marked = found.map(({ text: token, at }) => [at, at + token.length, this.which(token)]).filter((m) => m[2].length)
    for (const [i, phrase] of this.phrases.entries()) {
      for (let from = 0; from < found.length; from++) {
        let run = " "
        for (let to = from; to < found.length && run.length <= phrase.length; to++) {
          run += sequence(found[to].text).trimStart()
          if (run === phrase) marked.push([found[from].at, found[to].at + found[to].text.length, [1000 + i]])
        }
      }
    }
    marked.sort((a, b) => a[0] - b[0] || b[1] - a[1])
    const apart = []
    for (const mark of marked) if (!apart.length || mark[0] >= apart.at(-1)[1]) apart.push(mark)
    return apart
  }
}
