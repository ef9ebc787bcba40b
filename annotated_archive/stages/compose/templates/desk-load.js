// What the desk shows: from the command that serves it, or from the pages of the local edition.
import { at, desk } from "./desk-elements.js"

export const served = desk.dataset.served !== undefined

export async function fetched(path, options) {
  try {
    const answer = await fetch(path, { cache: "no-store", ...options })
    const told = await answer.json()
    return answer.ok || told.error ? told : null
  } catch {
    return null
  }
}

// What is shown of an article comes from the server, or stands in the article's own page.
export async function load({ path, href }, archive) {
  if (served) return fetched(path ? `${path}/article.json` : "archive.json")
  if (!path) return archive
  try {
    const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html")
    return JSON.parse(page.getElementById("desk-data").textContent)
  } catch {
    return null
  }
}

export async function queue() {
  if (served) return fetched("queue.json")
  const told = JSON.parse(at("queue").textContent)
  const pages = at("pages")?.nextElementSibling
  pages?.querySelectorAll("a").forEach((link, number) => { told.articles[number].href = link.href })
  for (const listed of [at("pages"), pages]) if (listed) listed.hidden = true
  return told
}
