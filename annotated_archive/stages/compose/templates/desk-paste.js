// Decisions → the YAML that a person pastes. The same keys that `annotated-archive desk` would write.

// What stands in an answer for what a person types, and for an id made of it.
const TYPED = "…"
const TYPED_ID = "…id…"

export const parts = text => text.split(";").map(part => part.trim()).filter(Boolean)
export function filled({ file, path, value }, { typed, because }) {
  const fill = one => {
    if (one === TYPED_ID) return slug(typed)
    if (one === TYPED) return typed
    if (Array.isArray(one)) return one.length === 1 && one[0] === TYPED ? parts(typed) : one.map(fill)
    return one && typeof one === "object" ? Object.fromEntries(Object.entries(one).map(([key, part]) => [key, fill(part)])) : one
  }
  return { file, path: path.map(fill), value: because && path[0] === "because" ? because : fill(value) }
}

function slug(text) {
  const spelt = text.toLowerCase().replace(/[äöüß]/g, letter => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter])
  return spelt.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")
}

// One text a file: keys of one mapping come together. JSON's strings are YAML's.
export function yaml(file, edits, say) {
  const whole = {}
  const notes = []
  const listed = /(people|outlets)\.yml$/.test(file) && !file.includes("articles/")
  for (const { path, value } of edits) {
    if (value === null) notes.push(`# ${say("yaml.delete", { key: path.join(".") })}`)
    else if (!listed && typeof path[1] === "number") {
      notes.push(`# ${say("yaml.place", { line: path[1] })}`)
      whole[path[0]] = [...(whole[path[0]] ?? []), Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null))]
    } else {
      const keys = [...path]
      let inside = whole
      while (keys.length > 1) inside = inside[keys.shift()] ??= {}
      inside[keys[0]] = value
    }
  }
  const entries = Object.entries(whole)
  const lines = listed
    ? entries.flatMap(([id, entry]) => block({ id, ...entry }, "  ").map((line, i) => (i ? line : `- ${line.slice(2)}`)))
    : block(whole, "")
  return [...notes, ...lines, ""].join("\n")
}

function block(mapping, indent) {
  return Object.entries(mapping).flatMap(([key, value]) => {
    const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
    if (Array.isArray(value) && value.length && typeof value[0] === "object") {
      return [`${indent}${name}:`, ...value.flatMap(one => block(one, `${indent}    `).map((line, i) => (i ? line : `${indent}  - ${line.trimStart()}`)))]
    }
    const nested = value && typeof value === "object" && !Array.isArray(value)
    return nested ? [`${indent}${name}:`, ...block(value, `${indent}  `)] : [`${indent}${name}: ${flow(value)}`]
  })
}

const flow = value => (Array.isArray(value) ? `[${value.map(flow).join(", ")}]` : /^[a-z][a-z-]*$/.test(value) && !/^(y|n|yes|no|on|off|true|false|null)$/.test(value) ? value : JSON.stringify(value))

