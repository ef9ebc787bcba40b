// A word that nobody printed → the words of the archive that are spelt nearly so.

import { fold } from "./words.js"
import { load } from "./engine.js"

// As the index puts words into files (renderer/search/suggestions.py).
const TOGETHER = { w: "v", c: "k", q: "k", y: "j", i: "j", z: "s" }
const MOST = 3

function drawer(word) {
  const letter = word.normalize("NFD")[0]?.toLowerCase() ?? ""
  return /[a-z]/.test(letter) ? TOGETHER[letter] ?? letter : "other"
}

// How many letters have to be put in, left out, exchanged or swapped; more than `most` is not counted out.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    before = last
    last = row
  }
  return last[b.length]
}

export async function nearest(word) {
  const { folder } = await load()
  const answer = await fetch(new URL(`words-${drawer(word)}.txt`, folder))
  if (!answer.ok) return []
  const wanted = fold(word)
  const most = wanted.length < 5 ? 1 : wanted.length < 9 ? 2 : 3
  const seen = new Set()
  const typed = word.toLowerCase()
  return (await answer.text())
    .split("\n")
    .map((text, rank) => ({ text, rank, folded: fold(text) }))
    .map((one) => ({ ...one, far: distance(wanted, one.folded, most) }))
    .filter((one) => one.far <= most && one.text.toLowerCase() !== typed)
    .sort((a, b) => a.far - b.far || a.rank - b.rank)
    .filter((one) => !seen.has(one.folded) && seen.add(one.folded))
    .slice(0, MOST)
    .map((one) => one.text)
}
