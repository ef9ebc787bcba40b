// A button to copy each reference and file of "Cite this article". Without a script they can be selected instead.
const citing = document.getElementById("cite")
if (citing) for (const text of citing.querySelectorAll(".copyable")) offerToCopy(text, citing.dataset)

function offerToCopy(text, words) {
  const row = text.closest("dd")
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = words.copy
  button.setAttribute("aria-label", `${words.copy}: ${row.previousElementSibling.textContent}`)
  const said = document.createElement("span")
  said.setAttribute("role", "status")
  button.addEventListener("click", async () => {
    said.textContent = button.textContent = (await copied(text)) ? words.copied : words.failed
    setTimeout(() => {
      said.textContent = ""
      button.textContent = words.copy
    }, 2000)
  })
  row.append(button, said)
}

// References are copied with their italics, files as plain text. Where the browser refuses (a page not served by
// HTTPS), the text is left selected.
async function copied(text) {
  try {
    if (!text.matches("dd > span")) {
      await navigator.clipboard.writeText(text.textContent)
      return true
    }
    const rich = new Blob([text.innerHTML], { type: "text/html" })
    const plain = new Blob([text.textContent], { type: "text/plain" })
    await navigator.clipboard.write([new ClipboardItem({ "text/html": rich, "text/plain": plain })])
    return true
  } catch {
    const fold = text.closest("details")
    fold.open = true
    getSelection().selectAllChildren(text)
    return document.execCommand("copy")
  }
}
