// Reads the archive's files with tools of npm and prints what they made of them, as JSON: {tool: [CSL items]}.
// Usage: node tools.js FOLDER_OF_FILES NODE_MODULES LOCALE_FILE
const fs = require("fs")
const path = require("path")
const [folder, modules, localeFile] = process.argv.slice(2)
const load = (name) => require(path.resolve(modules, name))
const text = (name) => fs.readFileSync(path.join(folder, name), "utf8")
const found = {}
const attempt = (tool, run) => {
  try { found[tool] = run() } catch (error) { found[tool] = { missing: String(error).split("\n")[0] } }
}

attempt("citeproc-js .json", () => {
  const CSL = load("citeproc")
  const items = JSON.parse(text("archive.json"))
  const byId = Object.fromEntries(items.map((item) => [item.id, item]))
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title>
    <id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout>
    </citation><bibliography><layout><names variable="author"/><text value="|"/><date variable="issued">
    <date-part name="year"/><date-part name="month" form="numeric" prefix="-"/><date-part name="day" prefix="-"/></date></layout></bibliography></style>`
  const locale = fs.readFileSync(localeFile, "utf8")
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => byId[id] }, style)
  engine.setOutputFormat("text")
  engine.updateItems(items.map((item) => item.id))
  const [parameters, lines] = engine.makeBibliography()
  return lines.map((line, i) => ({ id: parameters.entry_ids[i][0], printed: line.trim() }))
})
for (const [tool, file, plugin] of [["citation-js .json", "archive.json", "csl"], ["citation-js .ris", "archive.ris", "ris"],
  ["citation-js .bib", "archive.bib", "bibtex"]]) {
  attempt(tool, () => {
    load("@citation-js/plugin-" + plugin)
    const { Cite } = load("@citation-js/core")
    return new Cite(text(file)).data
  })
}
const jsonld = async () => {
  const heads = JSON.parse(text("heads.json"))
  const library = load("jsonld")
  const documentLoader = async (url) => ({ documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } })
  return Promise.all(Object.entries(heads).map(async ([id, thing]) => {
    const [expanded] = await library.expand(thing, { documentLoader })
    const of = (key) => (expanded["https://schema.org/" + key] || [])
    return {
      id, type: expanded["@type"][0], title: of("headline")[0]["@value"],
      names: of("author").map((a) => a["https://schema.org/name"][0]["@value"]),
      date: (of("datePublished")[0] || {})["@value"] || "",
    }
  }))
}
jsonld().then((items) => { found["jsonld page"] = items }, (error) => { found["jsonld page"] = { missing: String(error) } })
  .then(() => console.log(JSON.stringify(found)))
