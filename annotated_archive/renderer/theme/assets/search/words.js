// Words as the search compares them: without capitals and marks, and with or without their endings.

const UNMARKED = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "a", œ: "o", ı: "i", "’": "'", ʼ: "'" }
const LETTERS = /[ßłøđðþæœı’ʼ]/g
// Words of a text; hyphens, apostrophes and full stops inside belong to them.
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.&][\p{L}\p{N}\p{M}]+)*/gu
// What German, English and French add to a word, and what is left when it is taken away.
const ENDINGS = "(?:'s|innen|ieren|ungen|ung|heiten|heit|keiten|keit|lichen|liche|lich|ischen|ische|isch|ern|eln|aux|ing|ed|em|en|er|el|es|al|ly|e|n|s|y)"
const LEAST = 4

// As it is compared: `fold("Größe") === fold("Groesse")`.
export function fold(text) {
  const small = text.toLowerCase().replace(LETTERS, (letter) => UNMARKED[letter])
  return small.normalize("NFD").replace(/\p{M}/gu, "").replace(/ae|oe|ue/g, (pair) => pair[0])
}

export function tokens(text) {
  return [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index }))
}

// A text as its words with one space between and around, for comparing exact phrases.
export function sequence(text) {
  return ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `
}

const patterns = new Map()

function ended(least) {
  if (!patterns.has(least)) patterns.set(least, new RegExp(`^(.{${least},}?)${ENDINGS}$`, "s"))
  return patterns.get(least)
}

// A folded word without its endings, at least so many letters of it, and doubled letters once.
export function base(word, least = LEAST) {
  let rest = word.replace(/ies$/, "y")
  // The longest ending that leaves so much: of "îles" an s, since "es" would leave too little.
  const pattern = ended(least)
  for (;;) {
    const shorter = pattern.exec(rest)?.[1]
    if (!shorter) return rest.replace(/(.)\1$/, "$1")
    rest = shorter
  }
}

// Whether a folded word of a text is one that a folded word of a query means.
export function means(word, wanted) {
  if (/^\d+$/.test(wanted)) return word === wanted
  if (wanted.length < LEAST) return word === wanted || (word.startsWith(wanted) && base(word, wanted.length) === wanted)
  if (word.startsWith(wanted)) return true
  return base(word) === base(wanted)
}

// A token and the parts between its hyphens: "ukraine-krise", "ukrainekrise", "ukraine", "krise".
export function forms(token) {
  const folded = fold(token)
  const parts = folded.split(/[-‐‑'.&]/).filter(Boolean)
  return parts.length < 2 ? [folded] : [folded, parts.join(""), ...parts]
}
