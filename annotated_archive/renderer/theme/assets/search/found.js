// Behind a result: the words that were found are marked on the page, and the passage is in view.
// The address is made clean afterwards, so that what a reader copies from it is the address of the passage.

const given = new URLSearchParams(location.search)
const words = (given.get("h") ?? "").split("|").filter(Boolean)
const content = document.querySelector(".md-content__inner")
const APART = ".para, .preview, .selection, .note-ref, .cited-at, summary, [data-search-exclude], script, style, form"
const BLOCK = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, pre, div, details, .kicker, .headline"
// What the search knows of a printed letter: nothing of a soft hyphen, the letters of a ligature.
const NOTHING = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const LIGATURES = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" }

// The text of the page as the search knows it, and where each of its characters is printed.
function read() {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  let text = ""
  let block = null
  const places = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement.closest(BLOCK)
    if (own !== block) {
      text += "\n"
      places.push(null)
      block = own
    }
    for (let at = 0; at < node.length; at++) {
      const letter = node.data[at]
      const known = NOTHING.test(letter) ? "" : (LIGATURES[letter] ?? letter)
      text += known
      for (let i = 0; i < known.length; i++) places.push([node, at])
    }
  }
  return { text, places }
}

// The parts of text nodes that a match covers; a name that is a link is one of its own.
function parts(places) {
  const found = []
  for (const [node, at] of places.filter(Boolean)) {
    const last = found.at(-1)
    if (last?.node === node) last.end = at + 1
    else found.push({ node, start: at, end: at + 1 })
  }
  return found
}

function mark() {
  if (!words.length || !content) return
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"))
  const longest = escaped.sort((a, b) => b.length - a.length).join("|")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest})(?![\\p{L}\\p{N}])`, "gu")
  const { text, places } = read()
  const covered = [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => parts(places.slice(index, index + found.length)))
  // From the end, since a node is cut where a word begins.
  for (const { node, start, end } of covered.reverse()) {
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, end)
    const found = document.createElement("mark")
    found.className = "found"
    range.surroundContents(found)
  }
}

function passage() {
  const at = (given.get("at") ?? "").replace(/\s+/g, " ")
  if (!at) return null
  const plain = (text) => text.replace(/[\u00ad\u200b]/g, "").replace(/[ﬀ-ﬆ]/g, (l) => LIGATURES[l]).replace(/\s+/g, " ").trim()
  const blocks = [...content.querySelectorAll("p, li, h2, h3, h4, blockquote, td, dd")]
  return blocks.find((block) => plain(block.textContent).startsWith(at)) ?? null
}

mark()
const block = passage()
const first = content?.querySelector("mark.found")
if (block) block.scrollIntoView({ block: "center" })
else if (!location.hash && first) first.scrollIntoView({ block: "center" })
given.delete("h")
given.delete("at")
history.replaceState(history.state, "", `${location.pathname}${given.size ? `?${given}` : ""}${location.hash}`)
