// The index of people shows those whose name, in whatever spelling, or whose role has the typed words. Without this
// script the filter stays hidden.
const form = document.querySelector(".filter")
const [field, count] = form.querySelectorAll("input, output")
const UNMARKED = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", "’": "'" }

// As people type: without capitals and accents.
function plain(text) {
  const small = text.toLowerCase().replace(/[ßłøđðþæœı’]/g, (letter) => UNMARKED[letter])
  return small.normalize("NFD").replace(/\p{M}/gu, "")
}

// Spellings of one name meet in one key, as the archive compares names: "Schoigu", "Shoigu".
const meetings = JSON.parse(form.dataset.meetings).map(([pattern, meeting]) => [new RegExp(pattern, "g"), meeting])
const SHORTEST_KEY = 3

function key(word) {
  const met = meetings.reduce((text, [pattern, meeting]) => text.replace(pattern, meeting), word)
  return met.replace(/([a-z])\1/g, "$1")
}

function known(link) {
  const text = plain(`${link.textContent} ${link.dataset.also ?? ""}`)
  return { text, keys: text.split(/[^a-z]+/).filter(Boolean).map(key) }
}

function has({ text, keys }, word) {
  const wanted = key(word)
  return text.includes(word) || (wanted.length >= SHORTEST_KEY && keys.some((one) => one.startsWith(wanted)))
}

const letters = [...document.querySelectorAll(".letter")].map((heading) => {
  const list = heading.nextElementSibling
  const people = [...list.children].map((item) => ({ item, ...known(item.firstElementChild) }))
  return { heading, list, people }
})
const everybody = letters.flatMap((letter) => letter.people)
const number = new Intl.NumberFormat(document.documentElement.lang)

function filter() {
  const words = plain(field.value).split(/\s+/)
  for (const person of everybody) person.item.hidden = !words.every((word) => has(person, word))
  for (const { heading, list, people } of letters) heading.hidden = list.hidden = people.every((p) => p.item.hidden)
  document.querySelector(".letters").hidden = field.value.trim() !== ""
  const found = everybody.filter((person) => !person.item.hidden).length
  const text = count.dataset.found.replace("{n}", number.format(found))
  count.textContent = text.replace("{all}", number.format(everybody.length))
}

// From the field the arrow leads to the first name found, and Return opens it if it is the only one.
function walk(event) {
  const found = everybody.filter((person) => !person.item.hidden).map((person) => person.item.firstElementChild)
  const at = found.indexOf(document.activeElement)
  if (event.key === "Escape" && field.value) {
    field.value = ""
    field.focus()
    filter()
  } else if (event.key === "Enter" && event.target === field) {
    if (found.length === 1) found[0].click()
  } else if (event.key === "ArrowDown" && (event.target === field || at >= 0)) {
    found[Math.min(at + 1, found.length - 1)]?.focus()
  } else if (event.key === "ArrowUp" && at >= 0) {
    ;(found[at - 1] ?? field).focus()
  } else return
  event.preventDefault()
}

form.hidden = false
field.addEventListener("input", filter)
form.addEventListener("submit", (event) => event.preventDefault())
form.parentElement.addEventListener("keydown", walk)
// A browser that goes back fills the field with what was typed.
addEventListener("pageshow", filter)
filter()
