// A selected passage of an article → three things to copy: a citation for an essay, a note for our YAML, a link.
// Nothing is sent anywhere. The words of the buttons come with the page. Alt+K leads from the selection to them.
const tools = document.getElementById("selection")
// The texts of an article in order. A heading with a kicker holds two.
const UNITS = ".kind-article > :is(h1:not(:has(> .headline)), [id^='p-']), .kind-article > h1 > :is(.kicker, .headline)"
if (tools) offerCopies(tools)

function offerCopies(tools) {
  const units = [...document.querySelectorAll(UNITS)]
  const buttons = [...tools.querySelectorAll("button")]
  const said = tools.querySelector("[role=status]")
  let passage = null
  let waiting = 0
  document.body.append(tools)

  function show() {
    const found = selectedPassage(units)
    if (!found) {
      if (!tools.contains(document.activeElement)) hide()
      return
    }
    passage = found
    said.textContent = ""
    tools.hidden = false
    const { bottom, left } = passage.edge
    const most = document.documentElement.clientWidth - tools.offsetWidth - 8
    tools.style.top = `${bottom + scrollY + 8}px`
    tools.style.left = `${Math.max(8, Math.min(left + scrollX, most))}px`
  }

  function hide() {
    tools.hidden = true
    passage = null
  }

  async function copyAs(kind) {
    const text = { citation, note, link }[kind](passage, tools.dataset)
    const done = await copy(text)
    said.textContent = done ? tools.dataset.copied : tools.dataset.failed
  }

  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, 200)
  })
  // A press on a button must not take the selection away before it is copied.
  tools.addEventListener("mousedown", event => event.preventDefault())
  for (const button of buttons) button.addEventListener("click", () => {
    // A selection made a moment ago may not have been looked at yet: never copy the one before it.
    clearTimeout(waiting)
    show()
    if (passage) copyAs(button.dataset.copy)
  })

  document.addEventListener("keydown", event => {
    if (event.altKey && event.code === "KeyK" && !event.ctrlKey && !event.metaKey) {
      show()
      if (tools.hidden) return
      event.preventDefault()
      buttons[0].focus()
    } else if (event.key === "Escape" && !tools.hidden) {
      hide()
    } else if (tools.contains(document.activeElement)) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step) return
      event.preventDefault()
      buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus()
    }
  })
}

// The passage

// What a reader sees of an element's text, without what is not the article's: numbers and marks.
function textOf(range) {
  const part = range.cloneContents()
  for (const apart of part.querySelectorAll(".para, .note-ref, .cited-at")) apart.remove()
  return part.textContent.replace(/\s+/gu, " ")
}

function rangeOf(element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range
}

// The selection as offsets of the article's text, to whole words; null where it is not of the article.
function selectedPassage(units) {
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const selected = selection.getRangeAt(0)
  const touched = units.filter(unit => selected.intersectsNode(unit))
  if (!touched.length) return null
  let text = ""
  let start = -1
  let end = -1
  const places = []
  for (const unit of units) {
    const whole = textOf(rangeOf(unit)).trim()
    const at = text ? text.length + 1 : 0
    if (touched.includes(unit)) {
      const before = rangeOf(unit)
      if (before.comparePoint(selected.startContainer, selected.startOffset) === 0) {
        before.setEnd(selected.startContainer, selected.startOffset)
        start = at + Math.min(textOf(before).trimStart().length, whole.length)
      } else if (start < 0) start = at
      const upTo = rangeOf(unit)
      if (upTo.comparePoint(selected.endContainer, selected.endOffset) === 0) {
        upTo.setEnd(selected.endContainer, selected.endOffset)
        end = at + Math.min(textOf(upTo).trimStart().length, whole.length)
      } else end = at + whole.length
    }
    text = text ? `${text}\n${whole}` : whole
    places.push({ unit, start: at, end: at + whole.length })
  }
  while (start < end && !isWord(text[start])) start++
  if (start >= end) return null
  while (isInsideWord(text, start)) start--
  // Quotation marks and full stops at the edges belong to the selection; white space does not.
  const first = Math.max(start - leadingSigns(text, start, selected), 0)
  while (/\s/u.test(text[end - 1])) end--
  while (isInsideWord(text, end)) end++
  return { text, start: first, end, places, edge: lastRect(selected) }
}

function leadingSigns(text, start, selected) {
  const signs = /[^\s\p{L}\p{N}]*$/u.exec(text.slice(0, start))[0]
  const chosen = /^\s*([^\s\p{L}\p{N}]*)/u.exec(textOf(selected))[1]
  return signs.endsWith(chosen) ? chosen.length : 0
}

function lastRect(range) {
  const rects = range.getClientRects()
  return rects.length ? rects[rects.length - 1] : range.getBoundingClientRect()
}

function isWord(character) {
  return character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)
}

// Whether a word, a compound with a hyphen or a number goes on at an offset: a quotation starts and ends with whole ones.
function isInsideWord(text, at) {
  const around = text.slice(Math.max(0, at - 2), at + 2)
  const left = text.slice(Math.max(0, at - 2), at)
  const right = text.slice(at, at + 2)
  if (around.length < 2 || !left || !right) return false
  if (isWord(left.at(-1)) && isWord(right[0])) return true
  if (/\p{L}[-‐‑]$/u.test(left) && /^\p{L}/u.test(right)) return true
  if (/\p{L}$/u.test(left) && /^[-‐‑]\p{L}/u.test(right)) return true
  return (/\d[.,:]$/.test(left) && /^\d/.test(right)) || (/\d$/.test(left) && /^[.,:]\d/.test(right))
}

// What is copied

function quoteOf({ text, start, end }) {
  return text.slice(start, end).replace(/\s+/gu, " ")
}

function note(passage, { file }) {
  const [before, after] = context(passage)
  const lines = [`# ${file}`, "notes:", `  - quote: ${JSON.stringify(quoteOf(passage))}`]
  if (before) lines.push(`    prefix: ${JSON.stringify(before)}`)
  if (after) lines.push(`    suffix: ${JSON.stringify(after)}`)
  return [...lines, '    note: "…"', ""].join("\n")
}

function citation(passage, { citekey }) {
  const parts = passage.places.filter(place => place.start < passage.end && place.end > passage.start)
  const numbers = [parts[0], parts.at(-1)].map(({ unit }) => unit.querySelector(".para")?.textContent.match(/\d+/)[0])
  const range = numbers[0] === numbers[1] ? numbers[0] : numbers.join("–")
  const where = numbers.every(Boolean) ? `, ¶ ${range}` : ""
  const quoted = parts.map(({ start, end }) =>
    passage.text.slice(Math.max(start, passage.start), Math.min(end, passage.end)).trim()
  )
  const lines = quoted.map(part => `> ${part.replace(/[\\`*_{}[\]<>#@|~^]/g, "\\$&")}`)
  return `${lines.join("\n>\n")} [@${citekey}${where}]\n`
}

function link({ places, start }) {
  const { unit } = places.find(place => place.end > start)
  return `${location.href.split("#")[0]}#${unit.id || "title"}`
}

// The fewest words before and after with which the passage occurs once in the article, as the archive's own
// anchoring chooses them.
function context({ text, start, end }) {
  const befores = [...text.slice(0, start).matchAll(/\S+/gu)].map(match => match.index).reverse()
  const afters = [...text.slice(end).matchAll(/\S+/gu)].map(match => end + match.index + match[0].length)
  const all = comparable(text)
  const folded = (from, to) => text.slice(from, to).replace(/\s+/gu, " ")
  const tried = [[start, end]]
  for (let words = 0; words < Math.max(befores.length, afters.length); words++) {
    const before = befores[words] ?? 0
    const after = afters[words] ?? text.length
    tried.push([before, end], [start, after], [before, after])
  }
  const [from, to] = tried.find(([a, b]) => occurrences(all, folded(a, b), a === start, b === end) === 1) ?? [0, text.length]
  return [folded(from, start).trimStart(), folded(end, to).trimEnd()]
}

function occurrences(all, part, wholeFirstWord, wholeLastWord) {
  const wanted = comparable(part).trim()
  let count = 0
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const cutsWord = (wholeFirstWord && isInsideWord(all, at)) || (wholeLastWord && isInsideWord(all, end))
    if (!cutsWord) count++
  }
  return count
}

// One sign for each kind of quotation mark, dash and space, as the archive compares texts.
function comparable(text) {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[“„”‟«»″]|,,|''|``/g, '"')
    .replace(/[‘’‚‛‹›`´′]/g, "'")
    .replace(/\.{3,}/g, "…")
    .replace(/(\p{L})[-‐‑‒–−]\s*(?=\p{L})/gu, "$1")
    .replace(/--+|[-‐‑‒–−—―]/g, "-")
    .replace(/\s*(["'…-])\s*/g, "$1")
    .replace(/\s+/gu, " ")
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Browsers offer the clipboard to secure pages only; this older way also works on others.
    const area = document.createElement("textarea")
    const focused = document.activeElement
    area.value = text
    document.body.append(area)
    area.select()
    const done = document.execCommand("copy")
    area.remove()
    focused?.focus()
    return done
  }
}
