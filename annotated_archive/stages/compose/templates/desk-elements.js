// What the desk's page is made of, and its words.
export const desk = document.getElementById("desk")
export const at = id => document.getElementById(`desk-${id}`)
const words = JSON.parse(desk.dataset.words)

export const say = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)

export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, "")
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value)
  }
  element.append(...inside.filter(one => one !== null && one !== undefined))
  return element
}

// A form for what a person types, and why.
export function typing(label, value, done) {
  const text = make("input", { type: "text", required: true, "aria-label": label, value, autocomplete: "off" })
  const why = make("input", { type: "text", "aria-label": say("reason"), placeholder: say("reason"), autocomplete: "off" })
  const submit = event => { event.preventDefault(); done(text.value.trim(), why.value.trim()) }
  return make("form", { class: "desk-typing", onsubmit: submit }, text, why, make("button", { type: "submit" }, say("take")))
}

export function copyButton(text, number) {
  const button = make("button", { type: "button", class: "desk-copy", "data-number": number, onclick: async () => {
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = say("copied")
    } catch {
      button.textContent = say("copy.failed")
    }
  } }, say("copy"))
  return button
}
