// What a reader typed → what is looked for: phrases, dates, short words in capitals, and words.

import { fold, tokens } from "./words.js"

// As the index writes its keys (renderer/search/facts.py).
export const KEY = "q7"
const QUOTED = /["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»]/g
const SHORT = /^[\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\d]{1,3}$/u
const CAPITALS = /^[\p{Lu}][\p{Lu}\d]{1,3}$/u
const MONTH_LANGUAGES = ["de", "en", "fr"]

const ORDINAL = "(?:\\.|er|st|nd|rd|th)?"
// Words that join what is looked for, where they are typed in capitals between words.
const JOINING = /^(?:AND|UND|ET)$/
// What stands before a date and is no part of it.
const BEFORE = /(?<!\p{L})(?:am|vom|den|der|im|in|seit|on|from|the|of|le|du|en)\s*\0/giu
// Stands in a text where a date was.
const TAKEN = "\0"

let months = null
let weekdays = null

// Names of the days of a week, long and short, folded.
function weekdayNames() {
  if (weekdays) return weekdays
  weekdays = new Set()
  for (const language of new Set([document.documentElement.lang || "en", ...MONTH_LANGUAGES])) {
    for (const weekday of ["long", "short"]) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" })
      for (let date = 1; date <= 7; date++) weekdays.add(fold(format.format(Date.UTC(2001, 0, date))).replace(/\./g, ""))
    }
  }
  return weekdays
}

// Names of months, long and short, folded → "01" to "12".
function monthNames() {
  if (months) return months
  months = new Map()
  for (const language of new Set([document.documentElement.lang, ...MONTH_LANGUAGES])) {
    for (const month of ["long", "short"]) {
      const format = new Intl.DateTimeFormat(language || "en", { month, timeZone: "UTC" })
      const dated = new Intl.DateTimeFormat(language || "en", { day: "numeric", month, timeZone: "UTC" })
      for (let number = 0; number < 12; number++) {
        const day = new Date(Date.UTC(2001, number, 9))
        const names = [format.format(day), ...dated.formatToParts(day).filter((p) => p.type === "month").map((p) => p.value)]
        for (const name of names) months.set(fold(name).replace(/\./g, ""), String(number + 1).padStart(2, "0"))
      }
    }
  }
  for (const [name, number] of [["janner", "01"], ["jan", "01"], ["feb", "02"], ["feber", "02"], ["mrz", "03"], ["sept", "09"], ["okt", "10"], ["dez", "12"]]) months.set(name, number)
  return months
}

function day(year, month, date) {
  const [m, d] = [Number(month), Number(date)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  return `${year}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`
}

// The dates in a text, and the text without them.
function dates(text) {
  const found = []
  const take = (pattern, key) => {
    text = text.replace(pattern, (whole, ...groups) => {
      const [made, other] = [key(...groups)].flat()
      if (!made) return whole
      found.push({ key: made, other, printed: whole.trim() })
      return TAKEN
    })
  }
  const century = (year) => (Number(year) > 40 ? `19${year}` : `20${year}`)
  const named = (name) => monthNames().get(fold(name).replace(/\./g, ""))
  const apart = "(?<![\\p{L}\\p{N}.-])"
  const end = "(?![\\p{L}\\p{N}-])"
  take(new RegExp(`${apart}(\\d{4})-(\\d{2})-(\\d{2})${end}`, "gu"), (y, m, d) => day(y, m, d))
  take(new RegExp(`${apart}(\\d{1,2})[./]\\s?(\\d{1,2})[./]\\s?(\\d{4})${end}`, "gu"), (d, m, y) => [day(y, m, d), day(y, d, m)].filter(Boolean))
  take(new RegExp(`${apart}(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{2})${end}`, "gu"), (d, m, y) => day(century(y), m, d))
  take(new RegExp(`${apart}(\\d{1,2})${ORDINAL}\\s*(?:of\\s+)?(\\p{L}+\\.?)\\s*,?\\s*(\\d{4})${end}`, "gu"), (d, m, y) => named(m) && day(y, named(m), d))
  take(new RegExp(`${apart}(\\p{L}+\\.?)\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})${end}`, "gu"), (m, d, y) => named(m) && day(y, named(m), d))
  take(new RegExp(`${apart}(\\p{L}+\\.?)\\s*,?\\s*(\\d{4})${end}`, "gu"), (m, y) => named(m) && y + named(m))
  take(new RegExp(`${apart}(\\d{4})-(\\d{2})${end}`, "gu"), (y, m) => Number(m) >= 1 && Number(m) <= 12 && y + m)
  take(new RegExp(`${apart}(\\d{1,2})[./](\\d{4})${end}`, "gu"), (m, y) => Number(m) >= 1 && Number(m) <= 12 && y + m.padStart(2, "0"))
  take(new RegExp(`${apart}((?:1[5-9]|20)\\d{2})${end}`, "gu"), (y) => y)
  text = text.replace(BEFORE, TAKEN).replace(/(\p{L}+)\.?,?\s*\0/gu, (whole, name) => (weekdayNames().has(fold(name)) ? TAKEN : whole))
  return [found, text.replace(BEFORE, TAKEN).replaceAll(TAKEN, " ")]
}

function initial(text) {
  return /^\p{Lu}(?:[.-]+\p{Lu})*$/u.test(text)
}

export function parse(typed) {
  const phrases = []
  const open = typed.replace(QUOTED, (_, phrase) => {
    if (tokens(phrase).length) phrases.push(phrase.trim())
    return " "
  })
  const [days, rest] = dates(open)
  const named = tokens(rest)
  const long = named.some(({ text }) => text.length > 2)
  // An initial says less than the name behind it, and texts print the name in full or without.
  const kept = named.filter(({ text }, i) => !(JOINING.test(text) && i && i < named.length - 1) && !(long && initial(text)))
  const words = kept.map(({ text }) => ({
    text,
    folded: fold(text),
    short: SHORT.test(text),
    capitals: CAPITALS.test(text),
  }))
  return { typed: typed.trim(), phrases, days, words }
}

// The ways to look for it, best first. Each is what Pagefind is asked for, and what a page must have to be shown: words
// (any form), exact ones, phrases (as they are), keys (hidden words of the index).
export function ways(query) {
  const { phrases, days, words } = query
  const phraseWords = phrases.flatMap((phrase) => tokens(phrase).map((token) => token.text))
  const long = words.filter((word) => !word.short)
  const short = words.filter((word) => word.short)
  const way = (dated, kept, exact, keys) => {
    const dateKeys = dated ? days.map((day) => `${KEY}d${day[dated] ?? day.key}`) : []
    const dateWords = dated ? [] : days.flatMap((day) => tokens(day.printed).map((token) => token.text.replace(/\.$/, "")))
    return {
      ask: [...dateKeys, ...keys, ...kept.map((w) => w.text), ...exact.map((w) => w.text), ...phraseWords, ...dateWords].join(" "),
      words: kept,
      exact,
      phrases: dated ? phrases : [...phrases, ...days.map((day) => day.printed)],
      keys: [...dateKeys, ...keys],
      short: keys.map((key) => key.slice(KEY.length, -KEY.length)),
    }
  }
  const keyed = (list) => list.map((word) => `${KEY}${word.text.toLowerCase()}${KEY}`)
  const capitals = short.filter((word) => word.capitals)
  const small = short.filter((word) => !word.capitals)
  const found = []
  // By the day, by the other day that "3/4/2016" may be, and in words.
  const readings = days.length ? ["key", ...(days.some((day) => day.other) ? ["other"] : []), null] : ["key"]
  for (const dated of readings) {
    const mine = []
    // What is typed in small letters may be a short word in capitals, most likely where it is all that is typed.
    if (small.length && !capitals.length && words.length === 1) mine.push(way(dated, [], [], keyed(small)))
    mine.push(way(dated, [...long, ...small], [], keyed(capitals)))
    // What is typed in capitals is looked for as any word only where nothing has it in capitals.
    if (capitals.length) mine.push({ ...way(dated, [...long, ...small], capitals, []), otherwise: true })
    found.push(...mine)
  }
  return found
}
